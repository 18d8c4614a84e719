import type { JSX } from 'react';
import type { DayStaff } from '#modules/day-treatment/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { Button } from '#web/design/Button.tsx';
import { useText } from '#web/i18n/texts.ts';
import { weekNumber } from '#web/rooms/day-treatment/week/grid.ts';
import { announce } from '#web/shell/announce.ts';
import { copied, type RotaWeek } from './rota.ts';
import styles from './Staff.module.css';
import type { RotaActs } from './use-rota-acts.ts';

/** Gives each week that is shown to the one after it: who is usually there is said once. */
export const CopyWeek = ({
  weeks,
  shown,
  staff,
  acts,
}: {
  weeks: readonly RotaWeek[];
  shown: readonly RotaWeek[];
  staff: DayStaff;
  acts: RotaActs;
}): JSX.Element => {
  const t = useText('day-staff');
  const now = useNow('minute');
  const pairs = weeks.flatMap((week, n) => {
    const into = weeks[n + 1];
    return into === undefined || !shown.includes(week) ? [] : [{ week, into }];
  });
  const copy = (week: RotaWeek, into: RotaWeek): void => {
    const lines = copied(week, into, staff.nurses, now);
    const named = { from: weekNumber(week.monday), into: weekNumber(into.monday), count: lines.length };
    if (lines.length === 0) announce(t('copy.same', named));
    else void acts.set(into.halfDays, lines, t('copy.done', named));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a form question around three verbs
    <div role="group" aria-label={t('copy.label')} className={styles.copy}>
      {pairs.map(({ week, into }) => (
        <Button key={week.monday} icon="copy" busy={acts.busy} onPress={() => copy(week, into)}>
          {t('copy.act', { from: weekNumber(week.monday), into: weekNumber(into.monday) })}
        </Button>
      ))}
    </div>
  );
};
