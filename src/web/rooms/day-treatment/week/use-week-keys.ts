import type { DayWeek } from '#modules/day-treatment/contract.ts';
import { useText } from '#web/i18n/texts.ts';
import { type Act, useKeys } from '#web/shell/acts.ts';
import { type Column, walkOf } from './grid.ts';
import type { PlannedActs } from './PlannedCard.tsx';
import type { Week } from './use-week.ts';
import type { Standing } from './use-week-acts.ts';

const focusOn = (selector: string): void => {
  const element = document.querySelector<HTMLElement>(selector);
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
};

const focusedVisit = (): string | null =>
  document.activeElement?.closest<HTMLElement>('[data-visit]')?.dataset['visit'] ?? null;

/** To the next or previous visit of the half-day that is opened; without any, to the half-day itself. */
const alongChairs = (week: Week, body: DayWeek, by: 1 | -1): void => {
  if (week.opened === undefined) return;
  const walk = walkOf(week.opened, body.room.chairs);
  const here = walk.findIndex(({ id }) => id === focusedVisit());
  const next = here === -1 ? walk[0] : walk[here + by];
  if (next !== undefined) focusOn(`button[data-visit="${next.id}"]`);
  else if (walk.length === 0) focusOn(`[data-half-day="${week.opened.id}"]`);
};

/** Opens the half-day before or after, and puts the focus on its head. */
const alongWeek = (week: Week, body: DayWeek, by: 1 | -1): void => {
  const here = body.halfDays.findIndex(({ id }) => id === week.opened?.id);
  const next = body.halfDays[here + by];
  if (next === undefined) return;
  week.open(next.id);
  // On a tablet the head of another day is drawn first.
  requestAnimationFrame(() => focusOn(`[data-half-day="${next.id}"]`));
};

const toPerson = (week: Week, by: 1 | -1): void => {
  const visits = week.list?.visits ?? [];
  const here = visits.findIndex(
    ({ visitId }) => week.chosen?.kind === 'waiting' && visitId === week.chosen.visit.visitId,
  );
  const next = here === -1 ? visits[0] : visits[here + by];
  if (next !== undefined) week.pick(next.visitId);
};

/** The visit that L locks: the one with the focus, else the chosen one. */
const toLock = ({ chosen }: Week, columns: readonly Column[]): Standing | null => {
  const focused = focusedVisit();
  for (const { halfDay } of columns) {
    const visit = halfDay.visits.find(({ id }) => id === focused);
    if (visit !== undefined) return { visit, halfDay };
  }
  return chosen?.kind === 'planned' ? chosen : null;
};

/** J and K who, 1 to 3 the moment, Enter plans it, arrows over visits and half-days, L keeps one where it is. */
export const useWeekKeys = (
  week: Week,
  columns: readonly Column[],
  { take, lock }: Pick<PlannedActs, 'take' | 'lock'>,
): void => {
  const t = useText('day-treatment');
  const { body } = week;
  const inGrid = (run: (body: DayWeek) => void) => (): void => {
    if (body !== undefined) run(body);
  };
  const moving: Act[] = [
    {
      keys: ['ArrowDown'],
      does: t('keys.nextVisit'),
      run: inGrid((grid) => alongChairs(week, grid, 1)),
      onlyKey: true,
    },
    {
      keys: ['ArrowUp'],
      does: t('keys.previousVisit'),
      run: inGrid((grid) => alongChairs(week, grid, -1)),
      onlyKey: true,
    },
    {
      keys: ['ArrowRight'],
      does: t('keys.later'),
      run: inGrid((grid) => alongWeek(week, grid, 1)),
      onlyKey: true,
    },
    {
      keys: ['ArrowLeft'],
      does: t('keys.earlier'),
      run: inGrid((grid) => alongWeek(week, grid, -1)),
      onlyKey: true,
    },
  ];
  const planning: Act[] = [
    { keys: ['j'], does: t('keys.nextPerson'), run: () => toPerson(week, 1), onlyKey: true },
    { keys: ['k'], does: t('keys.previousPerson'), run: () => toPerson(week, -1), onlyKey: true },
    ...[1, 2, 3].map((number) => ({
      keys: [String(number)],
      does: t('keys.moment', { number }),
      run: () => week.pickChoice(number - 1),
      onlyKey: true,
    })),
    { keys: ['Enter'], does: t('act.plan'), run: take, onlyKey: true },
    {
      keys: ['l'],
      does: t('act.lock'),
      run: () => {
        const standing = toLock(week, columns);
        if (standing !== null) lock(standing);
      },
      onlyKey: true,
    },
  ];
  useKeys(week.plans ? [...moving, ...planning] : moving);
};
