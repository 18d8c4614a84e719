import { isoFromInstant } from '#kernel/calendar.ts';
import { type Instant, MINUTE } from '#kernel/interval.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import type { Region } from '#modules/region/types.ts';
import { type Asked, type Fit, findPlaces, fitWhy } from '#planning/match/index.ts';
import type { Booked } from './book.ts';
import type { RequestStrip } from './contract.ts';
import { dueAt } from './decide/request.ts';
import { addressOf } from './doing.ts';
import type { OpenSearch } from './search.ts';
import type { Offer } from './types.ts';
import { waitedFor } from './view-facts.ts';
import { turnOf } from './words.ts';
import { waitWords } from './words-waiting.ts';

/** When, and in which region, strips are drawn. */
export interface StripsAt {
  readonly region: Region;
  readonly now: Instant;
}

/** What is known of somebody who waits, without saying who. */
export const profileOf = ({ request, homePc4 }: Booked, region: Region) => ({
  id: request.id,
  code: request.code,
  product: request.product,
  urgency: request.urgency,
  ageBand: request.ageBand,
  sex: request.sex,
  crisisRoute: request.crisisRoute,
  referrer: region.organisations.find(({ id }) => id === request.referrerOrg)?.name ?? '',
  homePc4,
  sentAt: isoFromInstant(request.sentAt),
});

const zoneOf = ([first]: readonly Offer[], region: Region): string =>
  first === undefined ? REGION_ZONE : addressOf(region, first.unitId).site.zone;

const sinceOf = ({ request, offers }: Booked): Instant =>
  Math.max(request.sentAt, ...offers.flatMap(({ sentAt, answeredAt }) => [sentAt, answeredAt ?? sentAt]));

/** The clock of a request, without drawing it: null when nobody must move. */
export const dueOf = ({ request, offers }: Booked, { region }: StripsAt): Instant | null =>
  dueAt(request, offers, region.agreement);

/** The strip of a request, but for the place that is proposed. */
const stripOf = (booked: Booked, at: StripsAt): Omit<RequestStrip, 'proposal'> => {
  const { request, offers } = booked;
  const { region, now } = at;
  const open = offers.filter(({ state }) => state === 'open').sort((a, b) => a.answerBy - b.answerBy);
  const house = open[0] ?? offers.find(({ state }) => state === 'accepted');
  const names = {
    site: (offer: Offer) => addressOf(region, offer.unitId).site.name,
    // Beds and what a ward wrote stand on the open request, not on its strip.
    place: () => '',
    said: () => '',
    zone: zoneOf(offers, region),
    now,
    rules: region.agreement,
  };
  const due = dueOf(booked, at);
  const facts = {
    documents: booked.papersAt.map((each) => ({ requestId: request.id, at: each })),
    arrivals: new Map(),
  };
  return {
    ...profileOf(booked, region),
    state: request.state,
    since: isoFromInstant(sinceOf(booked)),
    dueAt: due === null ? null : isoFromInstant(due),
    turn: turnOf(request, offers, names),
    asked: open.length,
    held: open.length === 0 || open[0]?.claimId !== null,
    house: house === undefined ? null : names.site(house),
    waits: waitedFor(request, offers, facts, at).map(({ cause, minutes, now: running }) => ({
      cause,
      minutes,
      now: running,
      text: waitWords(cause, minutes, running),
    })),
  };
};

/** The best place for a request among wards that were not asked yet, with the question it answers; null: nothing fits. */
const bestFit = (booked: Booked, open: OpenSearch): { readonly fit: Fit; readonly asking: Asked } | null => {
  const { request, offers } = booked;
  if (request.state !== 'searching') return null;
  const asked = new Set(offers.map(({ unitId }) => unitId));
  const asking = open.askingOf(request, booked);
  const { fits } = findPlaces(open.table, asking, { ...open.how, fits: 1 + asked.size, rejects: 0 });
  const fit = fits.find(({ unitId }) => !asked.has(unitId));
  return fit === undefined ? null : { fit, asking };
};

const wordsOf = (fit: Fit, asking: Asked, region: Region): NonNullable<RequestStrip['proposal']> => {
  const { site, unit } = addressOf(region, fit.unitId);
  return {
    placeId: fit.placeId,
    site: site.name,
    text: fitWhy(fit, asking, { zone: site.zone, phone: unit.phone ?? site.phone }),
  };
};

/** The best place for a request in words, among wards that were not asked yet; null when nothing fits. @internal */
export const proposalOf = (booked: Booked, open: OpenSearch): RequestStrip['proposal'] => {
  const best = bestFit(booked, open);
  return best && wordsOf(best.fit, best.asking, open.region);
};

/** Everything that the words of a proposal are made of, but for the minute. */
const keyOf = ({ placeId, from, comesFree, admission, shortUntil, phase, asOf, farther }: Fit): string =>
  [
    placeId,
    from,
    comesFree,
    admission.now,
    admission.until,
    admission.nextFrom,
    shortUntil,
    phase,
    asOf,
    farther,
  ].join();

/** What was drawn of a request, and for how long it stays true. */
interface Drawn {
  readonly region: Region;
  readonly from: Instant;
  readonly until: Instant;
  readonly strip: Omit<RequestStrip, 'proposal'>;
  /** The proposals that were worded, by what they are made of. */
  readonly worded: Map<string, RequestStrip['proposal']>;
  /** The last one, and the table that it came from. */
  proposal: RequestStrip['proposal'];
  revision: number;
}

const propose = (drawn: Drawn, booked: Booked, open: OpenSearch): void => {
  if (drawn.revision === open.revision) return;
  drawn.revision = open.revision;
  const best = bestFit(booked, open);
  if (best === null) {
    drawn.proposal = null;
    return;
  }
  const key = keyOf(best.fit);
  drawn.proposal = drawn.worded.get(key) ?? wordsOf(best.fit, best.asking, open.region);
  drawn.worded.set(key, drawn.proposal);
};

/** Draws strips, and remembers the words of those that did not change: working out a clock on a wall costs most of it. */
export interface Strips {
  draw(all: readonly Booked[], open: OpenSearch, now: Instant): RequestStrip[];
}

/** Opens the memory of drawn strips. */
export const openStrips = (): Strips => {
  const drawn = new WeakMap<Booked, Drawn>();
  const drawnOf = (booked: Booked, at: StripsAt): Drawn => {
    const known = drawn.get(booked);
    if (known !== undefined && known.region === at.region && known.from <= at.now && at.now < known.until)
      return known;
    const due = dueOf(booked, at);
    const minute = (Math.floor(at.now / MINUTE) + 1) * MINUTE;
    const fresh: Drawn = {
      region: at.region,
      from: at.now,
      until: due !== null && due > at.now ? Math.min(due, minute) : minute,
      strip: stripOf(booked, at),
      worded: new Map(),
      proposal: null,
      revision: -1,
    };
    drawn.set(booked, fresh);
    return fresh;
  };
  return {
    draw: (all, open, now) =>
      all.map((booked) => {
        const known = drawnOf(booked, { region: open.region, now });
        propose(known, booked, open);
        return { ...known.strip, proposal: known.proposal };
      }),
  };
};
