import { type Day, instantOf, localDay } from '#kernel/calendar.ts';
import { DAY, type Instant } from '#kernel/interval.ts';
import type { Look, MergedLook, OwnPeriod } from '#modules/people/types-own.ts';

/** From when a period counts; `all` goes back as far as the log. */
export const periodFrom = (period: OwnPeriod, now: Instant, zone: string): Instant => {
  if (period === 'all') return 0;
  if (period === 'week') return now - 7 * DAY;
  return instantOf(`${localDay(now, zone).slice(0, 4)}-01-01`, 0, zone);
};

/** Looks that the person reads as one: the same somebody at the same things, for the same reason. */
const sameAs = (look: Look): string =>
  // The emergency button is never merged away: each time is answered for itself.
  look.ground === 'break-glass'
    ? look.id
    : JSON.stringify([
        look.actor,
        look.organisationId,
        look.role,
        look.act,
        look.ground,
        [...look.seen].sort(),
      ]);

/** Looks per local day, the last first, and each told once with how often. */
export const byDay = (
  looks: readonly Look[],
  zone: string,
): { readonly day: Day; readonly looks: readonly MergedLook[] }[] => {
  const days = new Map<Day, Map<string, MergedLook>>();
  for (const look of [...looks].sort((a, b) => b.at - a.at)) {
    const day = localDay(look.at, zone);
    const told = days.get(day) ?? new Map<string, MergedLook>();
    days.set(day, told);
    const key = sameAs(look);
    const known = told.get(key);
    told.set(key, known === undefined ? { ...look, times: 1 } : { ...known, times: known.times + 1 });
  }
  return [...days].map(([day, told]) => ({ day, looks: [...told.values()] }));
};

/** The three counts on top: looks by others, by how many organisations, and how often with the emergency button. */
export const countLooks = (
  looks: readonly Look[],
): { readonly looks: number; readonly organisations: number; readonly emergencies: number } => {
  const others = looks.filter(({ ground, act }) => ground !== 'own' && act !== 'refused');
  return {
    looks: others.length,
    // A relative who reads along belongs to no organisation.
    organisations: new Set(others.flatMap(({ organisationId }) => organisationId ?? [])).size,
    emergencies: others.filter(({ ground }) => ground === 'break-glass').length,
  };
};
