import { instantOf, isoFromInstant, localDay, plusDays } from '#kernel/calendar.ts';
import { figurePhase } from '#kernel/freshness.ts';
import { DAY, type Instant } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Region } from '#modules/region/types.ts';
import type { Tx } from '#platform/db/database.ts';
import type { LinkBody, LinkView } from './contract.ts';
import { type Doing, siteOf } from './doing.ts';
import type { Picture, UnitLook } from './picture.ts';
import { publishCounts } from './service-counts.ts';
import { closePlaces, confirmUnit, endClosure } from './service-unit.ts';
import { placesOfUnit } from './store.ts';
import { arrivalsSince, openDoubts, unnamedFirstClosures } from './store-ward.ts';
import { PLACE_STATES, type PlaceState } from './types.ts';

type Answer<T> = Promise<Result<T, Refusal>>;

/** What a link of a ward is for, and nothing else. */
export const LINK_PURPOSE = 'counts';

/** In whose name a ward acts that came by its link: nobody by name, its own organisation. */
export const byLink = (region: Region, unitId: string, now: Instant): Doing => ({
  actor: { id: `link:${unitId}`, organisationId: siteOf(region, unitId).organisationId },
  now,
  region,
});

const countStates = (states: readonly PlaceState[]): LinkView['counts'] => {
  const counts = { free: 0, soon: 0, held: 0, occupied: 0, closed: 0, unknown: 0 };
  for (const state of PLACE_STATES) counts[state] = states.filter((each) => each === state).length;
  return counts;
};

/** What the board shows of a number now: holds made since it was told are off. */
const shownFree = (look: UnitLook, product: Product) => ({
  product,
  free: look.products.get(product)?.standings.filter((each) => each.state === 'free').length ?? 0,
});

/** What the board says of the ward now, without a name: what the ward is asked to stand by. */
export const linkView = async (
  tx: Tx,
  picture: Picture,
  unitId: string,
  at: { readonly now: Instant; readonly until: Instant },
): Answer<LinkView> => {
  const look = picture.look(unitId, at.now);
  const unit = picture.region.units.find((each) => each.id === unitId);
  if (look === undefined || unit === undefined) return refuse({ code: 'unit-unknown' });
  const site = siteOf(picture.region, unitId);
  const { figure, places, published } = look.facts;
  const codes = (state: PlaceState): string[] =>
    published === null ? places.filter((_, i) => look.best[i] === state).map((place) => place.code) : [];
  const [doubt] = await openDoubts(tx, unitId);
  const phase = figurePhase(figure?.asOf ?? null, figure?.source ?? null, at.now, picture.region.agreement);
  return ok({
    unit: unit.name,
    site: site.name,
    zone: site.zone,
    deskPhone: picture.region.agreement.deskPhone,
    until: isoFromInstant(at.until),
    figure: {
      asOf: figure === null ? null : isoFromInstant(figure.asOf),
      source: figure?.source ?? null,
      phase,
    },
    doubtedUntil: doubt === undefined ? null : isoFromInstant(doubt.answerBy),
    counts: countStates(look.best),
    beds: { free: codes('free'), soon: codes('soon'), closed: codes('closed') },
    published: published === null ? null : published.map(({ product }) => shownFree(look, product)),
    week: { placed: await arrivalsSince(tx, unitId, at.now - 7 * DAY) },
  });
};

/** Closed by link is closed for today: the ward says the next day again how it is. */
const endOfDay = (now: Instant, zone: string): Instant =>
  instantOf(plusDays(localDay(now, zone), 1), 0, zone);

/** Beds that close and open, one by one, so that they open again one by one. */
const changeBeds = async (tx: Tx, unitId: string, tap: LinkBody, doing: Doing): Answer<null> => {
  if (tap.close > (await placesOfUnit(tx, unitId))) return refuse({ code: 'more-than-there-are' });
  const until = endOfDay(doing.now, siteOf(doing.region, unitId).zone);
  for (let n = 0; n < tap.close; n++) {
    const act = { unitId, placeId: null, places: 1, reason: tap.reason, from: doing.now, until };
    const closed = await closePlaces(tx, act, doing);
    if (!closed.ok) return closed;
  }
  const closures = tap.open === 0 ? [] : await unnamedFirstClosures(tx, unitId, doing.now);
  if (closures.length < tap.open) return refuse({ code: 'more-than-there-are' });
  for (const id of closures.slice(0, tap.open)) {
    const opened = await endClosure(tx, id, doing);
    if (!opened.ok) return opened;
  }
  return ok(null);
};

/** One tap: what changed first, then the ward stands by its figures. New numbers are the standing by. */
export const tapLink = async (tx: Tx, unitId: string, tap: LinkBody, doing: Doing): Answer<null> => {
  const { published } = tap;
  if (published.length > 0) {
    const told = { unitId, numbers: published, asOf: doing.now, freshUntil: null, source: 'tap' as const };
    const counted = await publishCounts(tx, told, doing);
    return counted.ok ? ok(null) : counted;
  }
  const changed = await changeBeds(tx, unitId, tap, doing);
  if (!changed.ok) return changed;
  const confirmed = await confirmUnit(tx, unitId, 'tap', doing);
  return confirmed.ok ? ok(null) : confirmed;
};
