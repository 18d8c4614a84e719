import type { StaffHalfDay, StaffNurse } from '#modules/day-treatment/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { useText } from '#web/i18n/texts.ts';
import { isOver, standingOf, turned } from './rota.ts';
import type { RotaActs } from './use-rota-acts.ts';
import { useStaffWords } from './use-staff-words.ts';

/** What a press on one nurse in one half-day does, and what it says. */
export const useCell = (
  halfDay: StaffHalfDay,
  nurse: StaffNurse,
  { keeps, acts, onOpen }: { keeps: boolean; acts: RotaActs; onOpen: (on: boolean) => void },
) => {
  const t = useText('day-staff');
  const words = useStaffWords();
  const over = isOver(halfDay, useNow('minute'));
  const off = standingOf(halfDay, nurse.id) === 'off';
  // A colleague tells that somebody is ill; who is on the rota is the planner's to say.
  const fixed = over || (off && !keeps);
  const put = (): void => {
    const named = { initials: nurse.initials, halfDay: words.halfDay(halfDay) };
    void acts.set([halfDay], [turned(halfDay, nurse.id)], t('done.put', named));
  };
  return {
    label: words.cell(halfDay, nurse),
    fixed,
    opens: !fixed && !off,
    press: (): void => {
      if (fixed || acts.busy) return;
      if (off) put();
      else onOpen(true);
    },
  };
};
