import type { Point } from '#kernel/geo.ts';
import { loadPostcodes } from '#modules/region/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { stampOrNull } from '#platform/db/types.ts';
import { hoursOf } from './decide/hours.ts';
import { KINDS, kindsOf } from './decide/kinds.ts';
import { plainOf } from './decide/plain.ts';
import type { MapRow } from './hsds/plan.ts';
import { isId } from './hsds/rows.ts';
import { type LookRow, type LookSource, lookSources, putLooks, servicesAround } from './store-look.ts';

/** So many services at a time. */
const BATCH = 500;
/** More than this of a description is not shown in a list. */
const LONGEST_ABOUT = 400;

const pc4Of = (postalCode: string | null): string | null =>
  /^\s*([1-9]\d{3})/.exec(postalCode ?? '')?.[1] ?? null;

/** Null: nobody said what it costs. */
const isFree = ({ fees, amounts }: LookSource): boolean | null => {
  if (amounts.length > 0) return amounts.some((amount) => amount === 0);
  if (fees === null || fees.trim() === '') return null;
  return /gratis|geen kosten|kosteloos|free/i.test(fees);
};

const lookOf = (service: LookSource, postcodes: ReadonlyMap<string, Point>): LookRow => {
  const about = service.about ?? '';
  const named = [service.name, service.alternateName ?? ''].join(' ').trim();
  const kinds = kindsOf({ terms: service.terms, name: named, about });
  const pc4 = pc4Of(service.postalCode);
  const centre = pc4 === null ? undefined : postcodes.get(pc4);
  return {
    ...{ service_id: service.id, organization_id: service.organizationId, name: service.name },
    ...{ organisation: service.organisation ?? '', about: about.slice(0, LONGEST_ABOUT) },
    told: [named, `${kinds.map((kind) => KINDS[kind].nl).join(' ')} ${service.organisation ?? ''}`, about],
    plain: plainOf(`${named} ${service.organisation ?? ''}`),
    ...{ kinds, pc4, town: service.town },
    ...{ lat: service.lat ?? centre?.lat ?? null, lon: service.lon ?? centre?.lon ?? null },
    ...{ minimum_age: service.minimumAge, maximum_age: service.maximumAge, languages: service.languages },
    ...{ free: isFree(service), hours: service.schedules.flatMap(hoursOf) },
    ...{ reachable: service.reachable, active: service.active, assured: service.assured },
    ...{ state: service.state, weeks: service.weeks, until_day: service.untilDay },
    state_at: stampOrNull(service.stateAt),
  };
};

/** Makes anew what a search reads of these services, in the transaction that changed them. */
const lookAgain = async (tx: Tx, ids: readonly string[]): Promise<void> => {
  const postcodes = new Map((await loadPostcodes(tx)).map((each) => [each.pc4, each]));
  for (let from = 0; from < ids.length; from += BATCH) {
    const sources = await lookSources(tx, ids.slice(from, from + BATCH));
    await putLooks(
      tx,
      sources.map((service) => lookOf(service, postcodes)),
    );
  }
};

/** Rows of the map changed: what a search reads of the services around them follows. */
export const refreshLook = async (tx: Tx, changed: readonly MapRow[]): Promise<void> => {
  const touched = new Set<string>();
  for (const { id, fields } of changed) {
    touched.add(id);
    for (const value of Object.values(fields)) if (isId(value)) touched.add(value);
  }
  await lookAgain(tx, await servicesAround(tx, [...touched]));
};
