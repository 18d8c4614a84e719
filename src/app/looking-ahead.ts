import { instantOf, localDay, plusDays } from '#kernel/calendar.ts';
import { DAY, HOUR, type Instant } from '#kernel/interval.ts';
import type { Picture } from '#modules/capacity/index.ts';
import {
  type DayFacts,
  forecastNow,
  forgetOld,
  type Modelled,
  type OutlookParts,
  scoreBefore,
  warn,
} from '#modules/outlook/index.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import type { ForecastFacts } from '#planning/forecast/types.ts';
import { fill } from '#planning/whatif/index.ts';
import type { FillFacts } from '#planning/whatif/types.ts';
import type { Clock } from '#platform/clock.ts';
import { byHouse } from '#platform/db/by-house.ts';
import type { Database } from '#platform/db/database.ts';
import { fillFacts, forecastFacts } from '#tower/index.ts';

const SYSTEM = byHouse('system');
const ACTOR = { id: SYSTEM.actor, organisationId: null };

/** The day's work is done after this hour of the morning, before people come in. */
const MORNING_MINUTES = 6 * 60;
/** A forecast or a model that is older is made anew when somebody asks. */
const FRESH_MS = HOUR;
/** Models that somebody may still be playing on. */
const REMEMBERED = 4;

/** What looking ahead works with. */
export interface AheadParts {
  readonly database: Database;
  readonly picture: Picture;
  readonly clock: Clock;
  readonly report: (error: unknown) => void;
}

/** Must the day's work be done? At the start, and then when a morning has begun since it was done. */
export const isMorningSince = (done: Instant | null, now: Instant): boolean => {
  if (done === null) return true;
  const day = localDay(done, REGION_ZONE);
  const morning = instantOf(day, MORNING_MINUTES, REGION_ZONE);
  return now >= (done < morning ? morning : instantOf(plusDays(day, 1), MORNING_MINUTES, REGION_ZONE));
};

/** Who could have gone by now and waits, by what stands in the way; counts only. */
const departuresIn = ({ stays, now }: FillFacts): DayFacts['departures'] => {
  const counts = new Map<string, number>();
  for (const { readyAt, leftAt, barrier } of stays)
    if (barrier !== null && readyAt !== null && readyAt <= now && leftAt === null)
      counts.set(barrier, (counts.get(barrier) ?? 0) + 1);
  return [...counts]
    .map(([barrier, count]) => ({ barrier, count }))
    .toSorted((a, b) => (a.barrier < b.barrier ? -1 : 1));
};

/** The day's work on these facts: forecast, hold what was forecast against what came, warn, forget what is old. Twice changes nothing. @internal */
export const lookAhead = async (database: Database, day: DayFacts): Promise<void> => {
  const by = { actor: ACTOR, now: day.facts.now };
  await database.transaction(SYSTEM, (tx) => forecastNow(tx, day.facts, by));
  await database.transaction(SYSTEM, (tx) => scoreBefore(tx, day.facts, by));
  await database.transaction(SYSTEM, (tx) => warn(tx, day, by));
  await database.transaction(SYSTEM, (tx) => forgetOld(tx, day.facts));
};

/** How the house looks ahead: by itself every morning, and what the room asks for in between. */
export interface LookingAhead extends Pick<OutlookParts, 'modelled' | 'asked'> {
  /** The day's work, from the facts as they are. */
  daily(now: Instant): Promise<void>;
  stop(): Promise<void>;
}

const openModels = ({ database, picture, clock }: AheadParts): OutlookParts['modelled'] => {
  const made: { readonly at: Instant; readonly model: Promise<Modelled> }[] = [];
  const make = async (now: Instant): Promise<Modelled> => {
    const facts = await fillFacts(database, picture, now);
    return { ...fill(facts), at: now, days: Math.max(0, Math.floor((now - facts.since) / DAY)) };
  };
  return (at) => {
    const known = made.find((each) => each.at === at);
    if (known !== undefined) return known.model;
    const now = clock.now();
    const [last] = made;
    if (last !== undefined && now >= last.at && now - last.at < FRESH_MS) return last.model;
    const model = make(now);
    const fresh = { at: now, model };
    made.unshift(fresh);
    made.length = Math.min(made.length, REMEMBERED);
    // One that failed is not remembered: the next who asks tries again.
    model.catch(() => made.splice(made.indexOf(fresh), 1));
    return model;
  };
};

/** Opens it; nothing is done until somebody asks or a morning comes. */
export const openLookingAhead = (parts: AheadParts): LookingAhead => {
  const { database, picture, clock, report } = parts;
  const factsAt = (now: Instant): Promise<ForecastFacts> => forecastFacts(database, picture, now);
  let busy: Promise<void> | null = null;
  const again = async (): Promise<void> => {
    const now = clock.now();
    const facts = await factsAt(now);
    await database.transaction(SYSTEM, (tx) => forecastNow(tx, facts, { actor: ACTOR, now }));
  };
  return {
    modelled: openModels(parts),
    asked(madeAt) {
      if (clock.now() - madeAt < FRESH_MS) return;
      busy ??= again()
        .catch(report)
        .finally(() => {
          busy = null;
        });
    },
    async daily(now) {
      const facts = await factsAt(now);
      await lookAhead(database, { facts, departures: departuresIn(await fillFacts(database, picture, now)) });
    },
    async stop() {
      await busy;
    },
  };
};
