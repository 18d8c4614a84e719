import { type Day, daysBetween, isoFromInstant, localDay, plusDays } from '#kernel/calendar.ts';
import { HOUR, type Instant } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import { isPresent, type Picture } from '#modules/capacity/index.ts';
import type { Book } from '#modules/placement/index.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import { type Readiness, readinessOf } from '#modules/stay/index.ts';
import type { BarrierCode } from '#modules/stay/types.ts';
import {
  type BarredStay,
  type BarrierDays,
  barrierDays,
  barrierGains,
  type Gain,
  gainWhy,
  type PastBarrier,
} from '#planning/next-move/index.ts';
import { byHouse } from '#platform/db/by-house.ts';
import type { Database, Tx } from '#platform/db/database.ts';
import { rows } from '#platform/db/sql.ts';
import type { RegionGains, WardGains } from './contract-next.ts';
import { ENOUGH_STAYS } from './delays-fold.ts';

/** So far back the region learns how long barriers stand. */
const LEARN_DAYS = 365;
/** How long barriers stand is counted again after this. */
const COUNTED_FOR = HOUR;

interface PastWait {
  readonly zone: string;
  readonly endedAt: Instant | null;
  readonly barriers: readonly {
    readonly code: BarrierCode;
    readonly since: Day;
    readonly solvedDay: Day | null;
  }[];
}

/** Barriers of the last year, as long as they stood; who left with one still open did not wait for it any longer. */
const pastBarriers = async (database: Database, now: Instant): Promise<PastBarrier[]> => {
  const today = localDay(now, REGION_ZONE);
  const waits = await database.transaction(byHouse('tower'), (tx) =>
    rows<PastWait>(tx, 'select zone, ended_at as "endedAt", barriers from stay_waits($1, $2)', [
      plusDays(today, -LEARN_DAYS),
      plusDays(today, 1),
    ]),
  );
  return waits.flatMap(({ zone, endedAt, barriers }) => {
    const left = endedAt === null ? null : localDay(endedAt, zone);
    return barriers.map(({ code, since, solvedDay }) => ({
      code,
      days: Math.max(0, daysBetween(since, solvedDay ?? left ?? today)),
      solved: solvedDay !== null && (left === null || solvedDay < left),
    }));
  });
};

/** Somebody who is in a bed, as the picture knows it. */
interface Bed {
  readonly claimId: string;
  readonly bed: string;
  readonly product: Product;
  readonly zone: string;
  readonly until: Instant;
  readonly latest: Instant | null;
}

const bedsOn = (picture: Picture, unitId: string, now: Instant): Bed[] => {
  const facts = picture.look(unitId, now)?.facts;
  if (facts === undefined) return [];
  const codes = new Map(facts.places.map(({ id, code }) => [id, code]));
  return facts.claims.filter(isPresent).map((claim) => ({
    claimId: claim.id,
    bed: codes.get(claim.placeId) ?? '',
    product: claim.product,
    ...{ zone: facts.zone, until: claim.during.until, latest: claim.latestEnd },
  }));
};

/** Somebody in a bed with something in the way, and what the house may know of it. */
interface Barred extends BarredStay {
  readonly known: Readiness;
}

const barredIn = async (tx: Tx, beds: readonly Bed[], now: Instant): Promise<Barred[]> => {
  const ready = await readinessOf(tx, beds, now);
  return beds.flatMap(({ claimId, bed, product, zone, until }) => {
    const known = ready.get(claimId);
    if (known === undefined || known.barriers.length === 0) return [];
    const today = localDay(now, zone);
    // Nobody said from when: then on the expected end, or today when that is behind us.
    const day = known.readyDay ?? localDay(Math.max(until, now), zone);
    const barriers = known.barriers.map(({ code, owner, due }) => ({
      code,
      owner,
      due: daysBetween(today, due),
    }));
    return [{ bed, product, readyIn: Math.max(0, daysBetween(today, day)), barriers, known }];
  });
};

/** How many requests wait for a place, per care. */
const waitingPer = (book: Book): Map<Product, number> => {
  const waiting = new Map<Product, number>();
  for (const { request } of book.requests.values())
    if (request.state === 'searching') waiting.set(request.product, (waiting.get(request.product) ?? 0) + 1);
  return waiting;
};

type Told = RegionGains['byCode'][number];

const toldOf = (gain: Gain, enough: number): Told => {
  const few = gain.beds.length < enough;
  return {
    code: gain.code,
    owner: gain.owner as Told['owner'],
    days: few ? null : Math.round(gain.days * 10) / 10,
    stays: few ? null : gain.beds.length,
    late: few ? null : gain.late,
    ...{ waiting: gain.waiting, rests: gain.rests, why: few ? null : gainWhy(gain) },
  };
};

/** What is said of the region, most days first; of what is not said, the order says nothing either. */
const regionGains = (gains: readonly Gain[]): Told[] => {
  const told = gains.map((gain) => toldOf(gain, ENOUGH_STAYS));
  const few = told.filter(({ days }) => days === null);
  const nameOf = ({ code, owner }: Told): string => code ?? owner ?? '';
  return [
    ...told.filter(({ days }) => days !== null),
    ...few.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)),
  ];
};

/** Which barrier gives most days: for a ward by bed, for the region in counts. */
export interface Gains {
  ofWard(tx: Tx, unitId: string, now: Instant): Promise<WardGains>;
  ofRegion(now: Instant): Promise<RegionGains>;
}

/** Opens it over the picture and the book; how long barriers stand is learnt from the whole region, without anybody's name. */
export const openGains = (database: Database, picture: Picture, book: Book): Gains => {
  let known: { readonly at: Instant; readonly usual: BarrierDays } | null = null;
  const usualAt = async (now: Instant): Promise<BarrierDays> => {
    if (known !== null && known.at <= now && now - known.at < COUNTED_FOR) return known.usual;
    known = { at: now, usual: barrierDays(await pastBarriers(database, now)) };
    return known.usual;
  };
  const factsAt = async (now: Instant) => ({ usual: await usualAt(now), waiting: waitingPer(book) });
  const wardGain = (gain: Gain, stays: readonly Barred[]): WardGains['byCode'][number] => ({
    ...toldOf(gain, 1),
    beds: stays.flatMap(({ bed, known: { stayId, barriers } }) =>
      barriers
        .filter(({ code, owner }) => (gain.code === null ? owner === gain.owner : code === gain.code))
        .slice(0, 1)
        .map(({ owner, ownerName, due, late }) => ({ bed, stayId, owner, ownerName, due, late })),
    ),
  });
  return {
    async ofWard(tx, unitId, now) {
      const stays = await barredIn(tx, bedsOn(picture, unitId, now), now);
      const { byCode, byOwner } = barrierGains(stays, await factsAt(now));
      return {
        unitId,
        byCode: byCode.map((gain) => wardGain(gain, stays)),
        byOwner: byOwner.map((gain) => wardGain(gain, stays)),
        asOf: isoFromInstant(now),
      };
    },
    async ofRegion(now) {
      // The desk is a party to every stay; only counts leave here.
      const acting = byHouse('tower', picture.region.agreement.deskOrganisationId);
      const beds = picture.region.units.flatMap(({ id }) => bedsOn(picture, id, now));
      const stays = await database.transaction(acting, (tx) => barredIn(tx, beds, now));
      const { byCode, byOwner } = barrierGains(stays, await factsAt(now));
      return {
        byCode: regionGains(byCode),
        byOwner: regionGains(byOwner),
        ...{ enough: ENOUGH_STAYS, asOf: isoFromInstant(now) },
      };
    },
  };
};
