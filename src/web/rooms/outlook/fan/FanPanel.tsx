import type { JSX } from 'react';
import { localTime } from '#kernel/calendar.ts';
import type { ForecastAnswer } from '#modules/outlook/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { Button } from '#web/design/Button.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { useText } from '#web/i18n/texts.ts';
import { REGION_ZONE } from '#web/i18n/time.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { fullStretch, nowAt } from './drawing.ts';
import styles from './Fan.module.css';
import { Fan, type ShownShift } from './Fan.tsx';
import { FanTable } from './FanTable.tsx';
import { useFanWords } from './use-fan-words.ts';
import { useWidth } from './use-width.ts';

/** The coming fourteen days: drawn, or as a table; said in words when it cannot be forecast honestly. */
export const FanPanel = ({
  answer,
  shown,
  table,
  onTable,
}: {
  answer: ForecastAnswer;
  shown: ShownShift | null;
  table: boolean;
  onTable: () => void;
}): JSX.Element => {
  const t = useText('outlook');
  const words = useFanWords();
  const [box, width] = useWidth<HTMLDivElement>();
  const at = useNow('minute');
  const format = useFormat();
  const { day, minutes } = localTime(at, REGION_ZONE);
  const nothing = answer.none !== null || answer.days.length === 0;
  return (
    <section className={styles.panel} aria-labelledby="fan-title">
      <div className={styles.head}>
        <h2 id="fan-title">{t('fan.title')}</h2>
        <p>{t('fan.line')}</p>
        {!nothing && (
          <Button size="small" icon="table-2" keys={['T']} expanded={table} onPress={onTable}>
            {t('table')}
          </Button>
        )}
      </div>
      <div ref={box}>
        {nothing && (
          <Notice kind="empty" icon="chart-spline" title={t(`none.${answer.none ?? 'nothing-known'}.title`)}>
            {t(`none.${answer.none ?? 'nothing-known'}.line`, { count: answer.restsOn.days })}
          </Notice>
        )}
        {!nothing && table && <FanTable answer={answer} shown={shown} />}
        {!nothing && !table && width > 200 && (
          <Fan
            {...{ answer, shown, width, today: day, now: nowAt(minutes), clock: format.clock(at) }}
            label={words.aloud(answer, fullStretch(answer.days))}
          />
        )}
      </div>
      {!nothing && (
        <p className={styles.foot}>
          {t('fan.legend')}
          {shown !== null && ` ${t('fan.estimated', { name: shown.name })}`}
        </p>
      )}
    </section>
  );
};
