import type { JSX } from 'react';
import type { Ward } from '#tower/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { cx } from '#web/design/cx.ts';
import { NowLine } from '#web/design/NowLine.tsx';
import { StateMark } from '#web/design/StateMark.tsx';
import { useText } from '#web/i18n/texts.ts';
import { daysAhead } from '#web/i18n/time.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import type { CardState } from './card-state.ts';
import styles from './Timeline.module.css';
import { TimelineRow } from './TimelineRow.tsx';
import { type Sheet, type SheetDay, sheetDays, sheetOf } from './timeline.ts';
import type { WardActs } from './use-ward-acts.ts';

const Days = ({ days, sheet }: { days: readonly SheetDay[]; sheet: Sheet }): JSX.Element => {
  const t = useText('ward');
  const format = useFormat();
  return (
    <div className={styles.head}>
      <span>{t('timeline.bed')}</span>
      <span>{t('timeline.who')}</span>
      <div className={styles.track} aria-hidden="true">
        {days.map(({ day, begins, left, width }, index) => {
          const noon = begins + 12 * 3_600_000;
          const newMonth = index > 0 && day.endsWith('-01');
          const words = format.day(noon);
          return (
            <span
              key={day}
              className={cx(styles.day, daysAhead(noon, sheet.now) === 0 && styles.today)}
              style={{ left: `${left}%`, width: `${width}%` }}
            >
              {newMonth ? words : words.replace(/ \S+$/, '')}
            </span>
          );
        })}
      </div>
    </div>
  );
};

/** The days behind all beds. */
const Ground = ({ days }: { days: readonly SheetDay[] }): JSX.Element => (
  <div className={styles.ground} aria-hidden="true">
    {days.map(({ day, left, width, weekend }) => (
      <span
        key={day}
        className={cx(styles.column, weekend && styles.weekend)}
        style={{ left: `${left}%`, width: `${width}%` }}
      />
    ))}
  </div>
);

const FreePerDay = ({
  ward,
  days,
  sheet,
}: {
  ward: Ward;
  days: readonly SheetDay[];
  sheet: Sheet;
}): JSX.Element => {
  const t = useText('ward');
  const format = useFormat();
  return (
    <div className={styles.foot}>
      <span>
        <StateMark state="free" size={13} />
      </span>
      <b>{t('timeline.freePerDay')}</b>
      <ul className={styles.track}>
        {ward.freePerDay.map(({ day, free, plusMinus }) => {
          const on = days.find((each) => each.day === day);
          if (on === undefined) return null;
          const noon = on.begins + 12 * 3_600_000;
          return (
            <li
              key={day}
              className={cx(styles.day, styles.free, free === 0 && styles.none)}
              style={{ left: `${on.left}%`, width: `${on.width}%` }}
            >
              <span className="aloud">{t('timeline.onDay', { day: format.dayName(noon, sheet.now) })} </span>
              {free}
              {plusMinus > 0 && <small>{t('timeline.plusMinus', { count: plusMinus })}</small>}
            </li>
          );
        })}
      </ul>
    </div>
  );
};

/** The beds of a ward over the days: who lies where until when, what is planned, held, closed, free. */
export const Timeline = ({
  ward,
  acts,
  card,
  onCard,
}: {
  ward: Ward;
  acts: WardActs;
  card: CardState | null;
  onCard: (card: CardState | null) => void;
}): JSX.Element => {
  const t = useText('ward');
  const now = useNow('minute');
  const sheet = sheetOf(ward, now);
  const days = sheetDays(ward.days, sheet, ward.site.zone);
  return (
    <section className={styles.timeline} aria-label={t('timeline.label')}>
      <Days days={days} sheet={sheet} />
      <div className={styles.body}>
        <Ground days={days} />
        <ol className={styles.rows}>
          {ward.places.map((bed) => (
            <TimelineRow
              key={bed.id}
              bed={bed}
              ward={ward}
              sheet={sheet}
              acts={acts}
              card={card?.placeId === bed.id ? card : null}
              onCard={onCard}
            />
          ))}
        </ol>
        <div className={cx(styles.ground, styles.over)}>
          <NowLine from={sheet.from} until={sheet.until} />
        </div>
      </div>
      <FreePerDay ward={ward} days={days} sheet={sheet} />
    </section>
  );
};
