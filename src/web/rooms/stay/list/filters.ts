import { localDay, plusDays, weekdayOf } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { StayLine } from '#modules/stay/contract.ts';

type Owner = StayLine['barriers'][number]['owner'];

/** What is left out of the list; all of it stands in the address. */
export interface StayFilters {
  /** Only this ward; null: all. */
  readonly unitId: string | null;
  /** Only who is expected to leave before the week is over. */
  readonly thisWeek: boolean;
  /** Only who waits for this party; null: all. */
  readonly waitsFor: Owner | null;
}

const leavesThisWeek = ({ expectedEnd, zone }: StayLine, now: Instant): boolean => {
  if (expectedEnd === null) return false;
  const today = localDay(now, zone);
  const sunday = plusDays(today, 7 - weekdayOf(today));
  return localDay(Date.parse(expectedEnd), zone) <= sunday;
};

const waitsFor = ({ barriers }: StayLine, owner: Owner): boolean =>
  barriers.some((barrier) => barrier.owner === owner);

/** The stays that pass. */
export const filtered = (
  stays: readonly StayLine[],
  filters: StayFilters,
  now: Instant,
): readonly StayLine[] =>
  stays.filter(
    (stay) =>
      (filters.unitId === null || stay.unit.id === filters.unitId) &&
      (!filters.thisWeek || leavesThisWeek(stay, now)) &&
      (filters.waitsFor === null || waitsFor(stay, filters.waitsFor)),
  );

/** For whom people here wait, who is waited for most first. */
export const awaited = (stays: readonly StayLine[]): readonly { owner: Owner; count: number }[] => {
  const owners = new Set(stays.flatMap(({ barriers }) => barriers.map(({ owner }) => owner)));
  return [...owners]
    .map((owner) => ({ owner, count: stays.filter((stay) => waitsFor(stay, owner)).length }))
    .sort((a, b) => b.count - a.count || a.owner.localeCompare(b.owner));
};
