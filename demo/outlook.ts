import { instantOf, localDay, plusDays } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import { loadPicture, type Picture } from '#modules/capacity/index.ts';
import {
  forecastNow,
  keepScenario,
  scoreBefore,
  setPrices,
  setThreshold,
  warn,
} from '#modules/outlook/index.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import type { ForecastFacts } from '#planning/forecast/types.ts';
import { play } from '#planning/simulate/index.ts';
import type { SimModel } from '#planning/simulate/types.ts';
import { fill, partyRows, turn } from '#planning/whatif/index.ts';
import type { Levers, Price } from '#planning/whatif/types.ts';
import { byHouse } from '#platform/db/by-house.ts';
import type { Database } from '#platform/db/database.ts';
import { fillFacts, pastForecastFacts } from '#tower/index.ts';
import { must } from './past.ts';
import { PROFESSIONALS } from './professionals.ts';

/** So many days the region has been looking ahead, every morning at six. */
const MORNINGS = 30;
const SIX = 6 * 60;
/** Few, so that the region is made quickly: the band of a difference says so, and on the screen it is played again. */
const YEARS = 20;
const RUN = { warmUpDays: 100, days: 364 };

/** Nobody's real amounts: round, and said to be for practice wherever they stand. */
const PRICES: readonly Price[] = (
  [
    ['hospital-day', 600],
    ['hospital-admission', 1_000],
    ['bed-day', 300],
    ['evening-weekend-hour', 60],
    ['weekend-start', 100],
    ['respite-night', 200],
    ['calling-hour', 50],
  ] as const
).map(([code, euros]) => ({ code, euros, source: 'Oefenbedrag, niet echt', year: 2026 }));

/** Every day from eight in the morning to eight in the evening, and a transfer that takes four hours. */
const EVENING_AND_WEEKEND: Omit<Levers, 'product'> = {
  admits: Array.from({ length: 7 }, (_, day) => [day * 24 + 8, day * 24 + 20] as const),
  transferHours: 4,
};

const [MANAGER] = PROFESSIONALS.filter(({ role }) => role === 'region-manager');
const HOUSE = { id: byHouse('system').actor, organisationId: null };

const managing = (now: Instant) => {
  if (MANAGER === undefined) throw new Error('nobody steers the practice region');
  return { actor: MANAGER, now };
};

/** The mornings up to this moment, the oldest first. */
const morningsBefore = (now: Instant): Instant[] =>
  Array.from({ length: MORNINGS + 1 }, (_, i) =>
    instantOf(plusDays(localDay(now, REGION_ZONE), i - MORNINGS), SIX, REGION_ZONE),
  ).filter((at) => at <= now);

/** When the region wants to hear: a chance that no place is free on any of so many days, or how many departures wait. */
const THRESHOLDS: readonly (readonly [product: Product | null, figure: number, days: number])[] = [
  ['elv-high', 0.5, 3],
  ['grz', 0.3, 2],
  ['reo-observation', 0.4, 2],
  [null, 4, 3],
];

/** What the region wants to hear of, since before the first morning. */
const makeSettings = async (database: Database, at: Instant): Promise<void> => {
  const by = managing(at);
  const acting = { actor: by.actor.id, organisationId: by.actor.organisationId };
  await database.transaction(acting, async (tx) => {
    must(await setPrices(tx, { prices: [...PRICES] }, 0, by), 'set prices');
    for (const [product, figure, days] of THRESHOLDS) {
      const kind = product === null ? 'departures-wait' : 'no-place-ahead';
      const set = { kind, product, on: true, figure, days, version: 0 } as const;
      must(await setThreshold(tx, set, by), 'set when to hear');
    }
  });
};

/** Each morning with what was known then and nothing of what came later; afterwards held against what came. */
const makeForecasts = (database: Database, mornings: readonly ForecastFacts[]): Promise<void> =>
  database.transaction(byHouse('system'), async (tx) => {
    for (const facts of mornings) {
      const by = { actor: HOUSE, now: facts.now };
      await forecastNow(tx, facts, by);
      await warn(tx, { facts, departures: [] }, by);
    }
    const last = mornings.at(-1);
    if (last !== undefined) await scoreBefore(tx, last, { actor: HOUSE, now: last.now });
  });

/** Two things the manager tried: longer doors, and four beds more where most of them are. */
const leversOf = ({ wards }: SimModel): readonly (readonly [name: string, levers: Levers])[] => {
  const [largest] = wards
    .filter(({ product }) => product === 'elv-high')
    .toSorted((a, b) => b.beds - a.beds || (a.id < b.id ? -1 : 1));
  const beds = largest === undefined ? {} : { beds: { [largest.id]: 4 } };
  return [
    ['Avond en weekend', { product: 'elv-high', ...EVENING_AND_WEEKEND }],
    ['4 bedden erbij', { product: 'elv-high', ...beds }],
  ];
};

const makeScenarios = async (
  database: Database,
  picture: Picture,
  { seed, now }: { readonly seed: number; readonly now: Instant },
): Promise<void> => {
  const { model, misfits } = fill(await fillFacts(database, picture, now));
  // What cannot be played honestly is not played for practice either.
  if (model.flows.length === 0 || misfits.some(({ code }) => code === 'short-history')) return;
  const run = { seed, years: YEARS, ...RUN };
  const base = { model, result: play(model, run) };
  const by = managing(now);
  const acting = { actor: by.actor.id, organisationId: by.actor.organisationId };
  for (const [name, levers] of leversOf(model)) {
    const changed = turn(model, levers);
    const rows = partyRows(base, { model: changed, result: play(changed, run) }, PRICES);
    const body = structuredClone({ name, levers, seed, years: YEARS, rows });
    await database.transaction(acting, async (tx) =>
      must(await keepScenario(tx, body as Parameters<typeof keepScenario>[1], model, by), 'keep a scenario'),
    );
  }
};

/** A region that has been looking ahead for a month: what it expected, how good that was, and what was tried. */
export const makeOutlook = async (
  database: Database,
  making: { readonly seed: number; readonly now: Instant },
): Promise<void> => {
  const { now } = making;
  const picture = await database.transaction(byHouse('picture'), (tx) => loadPicture(tx, now));
  const mornings = morningsBefore(now);
  await makeSettings(database, mornings[0] ?? now);
  await makeForecasts(database, await pastForecastFacts(database, picture, mornings));
  await makeScenarios(database, picture, making);
};
