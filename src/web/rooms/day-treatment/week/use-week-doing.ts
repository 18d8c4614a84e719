import type { Problem } from '#web/api/problem.ts';
import { useText } from '#web/i18n/texts.ts';
import type { OfferActs } from './OfferBox.tsx';
import type { PlannedActs } from './PlannedCard.tsx';
import type { Week } from './use-week.ts';
import { type Standing, useWeekActs } from './use-week-acts.ts';
import { useWeekWords } from './use-week-words.ts';

/** What the planner does on this page, said in words when it is done. */
export interface Doing {
  readonly acts: PlannedActs;
  /** A moment that came free is given to who fits, or not offered to them. */
  readonly offered: OfferActs;
  readonly busy: boolean;
  readonly problem: Problem | null;
}

/** The acts on whoever is chosen; one at a time, and never twice. */
export const useWeekDoing = (week: Week): Doing => {
  const t = useText('day-treatment');
  const words = useWeekWords();
  const acts = useWeekActs(week.unitId);
  const { chosen, selected } = week;
  const nameOf = (person: { readonly name: string } | null): string => person?.name ?? t('nameless');
  const once = (run: () => Promise<boolean>, after: () => void = () => undefined): void => {
    if (!acts.busy) void run().then((done) => (done ? after() : undefined));
  };
  const take = (): void => {
    if (chosen === null || selected === null) return;
    const said = { name: nameOf(chosen.visit.person), moment: words.moment(selected) };
    if (chosen.kind === 'planned') once(() => acts.move(chosen, selected, t('done.moved', said)), week.letGo);
    else once(() => acts.plan(chosen.visit.visitId, selected, t('done.planned', said)), week.letGo);
  };
  const lock = (standing: Standing): void => {
    const said = { name: nameOf(standing.visit.person) };
    once(() => acts.lock(standing, t(standing.visit.locked ? 'done.unlocked' : 'done.locked', said)));
  };
  const unplan = (standing: Standing): void =>
    once(
      () => acts.unplan(standing, t('done.unplanned', { name: nameOf(standing.visit.person) })),
      week.letGo,
    );
  const missed = (standing: Standing): void =>
    once(() => acts.missed(standing, t('done.missed', { name: nameOf(standing.visit.person) })), week.letGo);
  const offered: OfferActs = {
    give: ({ visitId, choice }, name) =>
      once(() => acts.plan(visitId, choice, t('done.planned', { name, moment: words.moment(choice) }))),
    aside: (offer, name) => once(() => acts.aside(offer, t('done.aside', { name }))),
  };
  return { acts: { take, lock, unplan, missed }, offered, busy: acts.busy, problem: acts.problem };
};
