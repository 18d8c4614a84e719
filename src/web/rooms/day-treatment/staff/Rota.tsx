import { type CSSProperties, type JSX, useState } from 'react';
import type { DayStaff, StaffHalfDay, StaffNurse } from '#modules/day-treatment/contract.ts';
import { cx } from '#web/design/cx.ts';
import { Icon } from '#web/design/Icon.tsx';
import { StateMark } from '#web/design/StateMark.tsx';
import { useText } from '#web/i18n/texts.ts';
import styles from './Rota.module.css';
import { RotaCell } from './RotaCell.tsx';
import { RotaHeads } from './RotaHeads.tsx';
import { presentIn, proofOn, type RotaWeek } from './rota.ts';
import type { RotaActs } from './use-rota-acts.ts';
import { type Spot, useRotaKeys } from './use-rota-keys.ts';
import { useStaffWords } from './use-staff-words.ts';

const first = (weeks: readonly RotaWeek[], halfDay: StaffHalfDay): boolean =>
  weeks.some(({ halfDays }) => halfDays[0]?.id === halfDay.id);

/** How many nurses are there, and how many come: with too few nothing runs, and says so. */
const Counts = ({
  weeks,
  halfDays,
}: {
  weeks: readonly RotaWeek[];
  halfDays: readonly StaffHalfDay[];
}): JSX.Element => {
  const t = useText('day-staff');
  const words = useStaffWords();
  return (
    <tfoot>
      <tr>
        <th scope="row">{t('count.nurses')}</th>
        {halfDays.map((halfDay) => {
          const shut = words.shut(halfDay);
          return (
            <td
              key={halfDay.id}
              title={shut ?? undefined}
              className={cx(first(weeks, halfDay) && styles.week, shut !== null && styles.shut)}
            >
              {shut !== null && <StateMark state="closed" size={11} />}
              {halfDay.closed === null && <b>{presentIn(halfDay)}</b>}
              {shut !== null && <span className="aloud">{shut}</span>}
            </td>
          );
        })}
      </tr>
      <tr>
        <th scope="row">{t('count.visits')}</th>
        {halfDays.map((halfDay) => (
          <td
            key={halfDay.id}
            className={cx(
              first(weeks, halfDay) && styles.week,
              halfDay.visits === 0 && styles.none,
              halfDay.mustMove > 0 && styles.move,
            )}
          >
            {halfDay.visits}
            {halfDay.mustMove > 0 && (
              <>
                <Icon name="triangle-alert" size={11} />
                <span className="aloud">{t('count.move', { count: halfDay.mustMove })}</span>
              </>
            )}
          </td>
        ))}
      </tr>
    </tfoot>
  );
};

const NurseHead = ({ nurse, today }: { nurse: StaffNurse; today: string }): JSX.Element => {
  const t = useText('day-staff');
  const words = useStaffWords();
  const away = nurse.away.find(({ from, last }) => from <= today && (last ?? today) >= today);
  const proofs = nurse.competences.map(({ validUntil }) => proofOn(validUntil, today).standing);
  const runsOut = proofs.includes('over') ? 'over' : proofs.includes('soon') ? 'soon' : null;
  return (
    <th scope="row">
      <b>{nurse.initials}</b> {nurse.name}
      {away !== undefined && <small>{words.away(away)}</small>}
      {away === undefined && runsOut !== null && (
        <small className={styles[runsOut]}>
          <Icon name="triangle-alert" size={12} />
          {t(`proof.look.${runsOut}`)}
        </small>
      )}
    </th>
  );
};

/** Nurses as rows, half-days as columns; a press puts somebody in, or opens what can be said of who is in it. */
export const Rota = ({
  weeks,
  staff,
  keeps,
  today,
  acts,
}: {
  weeks: readonly RotaWeek[];
  staff: DayStaff;
  keeps: boolean;
  today: string;
  acts: RotaActs;
}): JSX.Element => {
  const t = useText('day-staff');
  const halfDays = weeks.flatMap((week) => week.halfDays);
  const [opened, setOpened] = useState<Spot | null>(null);
  const keys = useRotaKeys({ rows: staff.nurses.length, columns: halfDays.length });
  return (
    <section className={styles.frame} aria-label={t('rota')}>
      <table
        className={cx(styles.rota, weeks.length === 1 && styles.one)}
        style={{ '--halves': halfDays.length } as CSSProperties}
        onKeyDown={keys.onKeyDown}
        onFocus={keys.onFocus}
      >
        <caption className="aloud">{t('caption')}</caption>
        <RotaHeads weeks={weeks} staff={staff} keeps={keeps} spot={keys.spot} />
        <tbody>
          {staff.nurses.map((nurse, row) => (
            <tr key={nurse.id}>
              <NurseHead nurse={nurse} today={today} />
              {halfDays.map((halfDay, column) => (
                <RotaCell
                  key={halfDay.id}
                  halfDay={halfDay}
                  nurse={nurse}
                  spot={{ row, column }}
                  stop={keys.spot.row === row && keys.spot.column === column}
                  first={first(weeks, halfDay)}
                  keeps={keeps}
                  acts={acts}
                  opened={opened?.row === row && opened.column === column}
                  onOpen={(on) => setOpened(on ? { row, column } : null)}
                />
              ))}
            </tr>
          ))}
        </tbody>
        <Counts weeks={weeks} halfDays={halfDays} />
      </table>
    </section>
  );
};
