import type { JSX } from 'react';
import { plusDays } from '#kernel/calendar.ts';
import type { Delays, Departures } from '#tower/contract.ts';
import { useAddress } from '#web/address.ts';
import { useNow } from '#web/api/clock.ts';
import { useRead } from '#web/api/queries.ts';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { ProblemNotice } from '#web/design/ProblemNotice.tsx';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { noonOf } from '#web/rooms/stay/use-stay-words.ts';
import styles from './Delays.module.css';
import { DelaysTable } from './DelaysTable.tsx';

const STRETCHES = ['7', '30', '90'] as const;
type Stretch = (typeof STRETCHES)[number];

const LAWS = ['delayed', 'wrongBed'] as const;

/** The day after today: up to there is counted. */
const tomorrowOf = ({ days }: Departures): string => plusDays(days[0]?.day ?? '', 1);

/** Who could have gone and was still there, by cause; the wrong bed by law apart. With what it means and when it was counted. */
export const DelaysPanel = ({ departures }: { departures: Departures }): JSX.Element => {
  const t = useText('departures');
  const format = useFormat();
  const now = useNow('minute');
  const [view, change] = useAddress();
  const stretch = STRETCHES.find((each) => each === view['dagen']) ?? '30';
  const until = tomorrowOf(departures);
  const from = plusDays(until, -Number(stretch));
  const path = `/api/v1/delayed-departures?from=${from}&until=${until}`;
  const { data, error, refetch } = useRead<Delays>(path, ['stay']);
  const delays = data?.body;
  return (
    <Panel title={t('delays.title')}>
      <div className={styles.head}>
        <ChipToggles<Stretch>
          label={t('delays.stretch')}
          one
          shape="joined"
          chips={STRETCHES.map((value) => ({ value, label: t('delays.last', { count: Number(value) }) }))}
          values={[stretch]}
          onChange={([next]) => change({ dagen: next === '30' ? '' : (next ?? stretch) })}
        />
        {delays !== undefined && (
          <p>
            {t('delays.counted', {
              from: format.day(noonOf(delays.from)),
              until: format.day(noonOf(plusDays(delays.until, -1))),
              moment: format.moment(Date.parse(delays.asOf), now),
            })}
          </p>
        )}
      </div>
      <p className={styles.means}>{t('delays.means')}</p>
      <ProblemNotice problem={error} onAgain={refetch} />
      {delays === undefined && error === null && (
        <Skeleton grid="1fr 90px 90px" rows={5} late={t('delays.loading')} />
      )}
      {delays !== undefined && (
        <div className={styles.laws}>
          {LAWS.map((law) => (
            <DelaysTable
              key={law}
              law={law}
              counted={delays[law]}
              leavers={departures.leavers}
              onCause={(cause) => change({ oorzaak: cause })}
            />
          ))}
        </div>
      )}
    </Panel>
  );
};
