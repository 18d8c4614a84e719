import { instantOf, localTime, plusDays } from '#kernel/calendar.ts';
import { HOUR, type Instant, MINUTE } from '#kernel/interval.ts';
import { type Chance, seeded } from '#kernel/seeded.ts';
import { insertLoads } from '#modules/capacity/index.ts';
import { LOAD_KINDS, type LoadKind } from '#modules/capacity/types.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { siteOf } from './sites.ts';

/** Half a year back: so far the region looks for what is usual. */
const DAYS = 26 * 7 + 1;

/** People in the emergency department per three hours of the day; afternoons and Mondays are the busiest (our own shape). */
const EMERGENCY = [7, 5, 7, 13, 18, 21, 19, 12] as const;
/** People who are ready and wait for a place: most on Friday, when little goes out any more. */
const READY_BY_WEEKDAY = [9, 9, 8, 9, 11, 12, 11] as const;

/** About how many a hospital counts at this moment. */
const usualAt = (kind: LoadKind, at: Instant): number => {
  const { minutes, weekday } = localTime(at, REGION_ZONE);
  if (kind === 'hospital') return READY_BY_WEEKDAY[weekday - 1] ?? 9;
  const part = EMERGENCY[Math.floor(minutes / 180)] ?? 12;
  return part * (weekday === 1 ? 1.15 : weekday > 5 ? 0.9 : 1);
};

/** What a hospital counts at a moment: about the usual number, now and then far from it. */
export const loadAt = (kind: LoadKind, at: Instant, chance: Chance): number => {
  const wave = chance() + chance() + chance() - 1.5;
  return Math.max(0, Math.round(usualAt(kind, at) * (1 + 0.32 * wave)));
};

const siteId = siteOf('asserland').id;

/** Half a year of counts, every hour, up to the last; the emergency department is busier than usual at the moment of opening. */
export const makeLoads = async (
  tx: Tx,
  { seed, now }: { readonly seed: number; readonly now: Instant },
): Promise<void> => {
  const chance = seeded(seed + 4_177);
  const from = instantOf(plusDays(localTime(now, REGION_ZONE).day, -DAYS), 0, REGION_ZONE);
  const moments: Instant[] = [];
  for (let at = from; at < now - HOUR; at += HOUR) moments.push(at + Math.floor(chance() * 9) * MINUTE);
  const row = (kind: LoadKind, at: Instant, value: number) => ({
    id: newId(),
    siteId,
    kind,
    value,
    asOf: at,
    source: 'tap',
    actor: 'practice',
  });
  const past = moments.flatMap((at) => LOAD_KINDS.map((kind) => row(kind, at, loadAt(kind, at, chance))));
  const last = now - 12 * MINUTE;
  const busy = Math.round(usualAt('emergency', last) * 1.45) + 2;
  const calm = Math.max(3, Math.round(usualAt('hospital', last) * 0.55));
  await insertLoads(tx, [...past, row('emergency', last, busy), row('hospital', last, calm)]);
};
