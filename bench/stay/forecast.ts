import { buildHouse, type House } from '#app/house.ts';
import { makeBoardRegion } from '#bench/board/region.ts';
import { type Day, localDay, plusDays } from '#kernel/calendar.ts';
import type { Instant, Interval } from '#kernel/interval.ts';
import { PRODUCTS, type Product } from '#kernel/product.ts';
import { readRegion, writeRegion } from '#modules/region/index.ts';
import type { Professional } from '#modules/region/types.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { rows } from '#platform/db/sql.ts';
import type { Departures } from '#tower/contract-departures.ts';
import type { Measured } from './beside.ts';

const ZONE = 'Europe/Amsterdam';
const DAYS = 7;

interface ClaimRow {
  readonly product: Product;
  readonly during: Interval;
  readonly latestEnd: Instant | null;
}

/** As everyone builds it: who is here, and then of each when they leave; added up per day and care. */
const forecastPerStay = async (tx: Tx, now: Instant): Promise<Departures['days']> => {
  const ids = await rows<{ id: string }>(
    tx,
    'select id from capacity_claim_view where arrived_at is not null and displaced_at is null',
  );
  const today = localDay(now, ZONE);
  const days = Array.from({ length: DAYS }, (_, at) => plusDays(today, at));
  const leaving: { day: Day; product: Product; certain: boolean }[] = [];
  for (const { id } of ids) {
    const [claim] = await rows<ClaimRow>(
      tx,
      'select product, during, latest_end as "latestEnd" from capacity_claim_view where id = $1',
      [id],
    );
    if (claim === undefined) continue;
    const overdue = claim.during.until <= now;
    const day = localDay(claim.during.until, ZONE);
    if (day >= plusDays(today, DAYS)) continue;
    const certain = claim.latestEnd === null && !overdue;
    leaving.push({ day: day < today ? today : day, product: claim.product, certain });
  }
  return days.map((day) => {
    const own = leaving.filter((each) => each.day === day);
    return {
      day,
      leaves: own.length,
      uncertain: own.filter(({ certain }) => !certain).length,
      products: PRODUCTS.flatMap((product) => {
        const count = own.filter((each) => each.product === product).length;
        return count === 0 ? [] : [{ product, leaves: count }];
      }),
    };
  });
};

/** Who steers the region, and sees counts. */
const addManager = async (house: House, now: Instant): Promise<Professional> => {
  const acting = { actor: 'bench', organisationId: null };
  const region = await house.database.transaction(acting, (tx) => readRegion(tx, now));
  const manager: Professional = {
    ...{ id: newId(), organisationId: region.agreement.deskOrganisationId, siteId: null, unitId: null },
    ...{ name: 'Oefen regie', role: 'region-manager', phone: null },
  };
  await house.database.transaction(acting, (tx) =>
    writeRegion(tx, { professionals: [manager] }, { actor: 'bench', now }),
  );
  return manager;
};

/** The expected ends of a region of 3,000 beds added up over the coming week. */
export const measureForecast = async (
  url: string,
  now: Instant,
): Promise<Measured & { readonly house: House }> => {
  await makeBoardRegion(url, 3_000, now);
  const house = await buildHouse({
    ...{ databaseUrl: url, connections: 4, clock: { now: () => now }, practice: true, logLevel: 'silent' },
    ...{ version: 'bench', webFolder: null },
  });
  const manager = await addManager(house, now);
  const session = await house.app.inject({
    method: 'POST',
    url: '/api/v1/session',
    payload: { role: manager.id },
  });
  const headers = { authorization: `Bearer ${session.json<{ token: string }>().token}` };
  const ask = async () => {
    const answer = await house.app.inject({ method: 'GET', url: `/api/v1/departures?days=${DAYS}`, headers });
    if (answer.statusCode !== 200) throw new Error(answer.body);
    return answer.json<Departures>();
  };
  const acting = { actor: manager.id, organisationId: manager.organisationId };
  return {
    house,
    name: 'stay-forecast',
    ours: ask,
    peer: () => house.database.transaction(acting, (tx) => forecastPerStay(tx, now)),
    shared: (({ days }: Departures) => days) as (answer: never) => unknown,
    within: 20,
  };
};
