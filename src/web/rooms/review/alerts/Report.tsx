import type { JSX } from 'react';
import type { ReportView } from '#modules/review/contract.ts';
import { useAddress } from '#web/address.ts';
import { useRead } from '#web/api/queries.ts';
import { Button } from '#web/design/Button.tsx';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { useKeys } from '#web/shell/acts.ts';
import { ReportSheet } from './ReportSheet.tsx';
import styles from './Review.module.css';

/** A month earlier or later: `2026-11` and -1 is `2026-10`. */
const monthFrom = (month: string, step: number): string => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + step, 1)).toISOString().slice(0, 7);
};

/** The report of a month, to read and to print. */
export const Report = (): JSX.Element => {
  const t = useText('review');
  const [address, change] = useAddress();
  const asked = /^20\d\d-(0[1-9]|1[0-2])$/.test(address['maand'] ?? '') ? `?month=${address['maand']}` : '';
  const { data, error } = useRead<ReportView>(`/api/v1/review/report${asked}`, ['review']);
  const report = data?.body;
  const print = (): void => window.print();
  useKeys([{ keys: ['p'], does: t('report.print'), run: print }]);
  const go = (step: number) => () => change({ maand: monthFrom(report?.month ?? '', step) });
  return (
    <>
      <div className={`${styles.acts} screen-only`}>
        <Button icon="chevron-left" blocked={report === undefined} onPress={go(-1)}>
          {t('report.before')}
        </Button>
        <Button icon="chevron-right" blocked={report?.complete !== true} onPress={go(1)}>
          {t('report.after')}
        </Button>
        <Button look="primary" icon="printer" keys={['P']} onPress={print}>
          {t('report.print')}
        </Button>
      </div>
      <Refused problem={error} />
      {report === undefined && error === null && <Skeleton grid="1fr 80px" rows={8} />}
      {report !== undefined && <ReportSheet report={report} />}
    </>
  );
};
