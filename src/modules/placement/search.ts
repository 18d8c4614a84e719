import { instantFromIso, isoFromInstant } from '#kernel/calendar.ts';
import { DAY, type Instant, MINUTE } from '#kernel/interval.ts';
import type { Picture } from '#modules/capacity/index.ts';
import { rulesOf, walksCrisisRoute } from '#modules/region/index.ts';
import type { Region, RouteRules, Site } from '#modules/region/types.ts';
import {
  type Asked as Asking,
  type Fit,
  findPlaces,
  fitChecks,
  fitWhy,
  type PlaceTable,
  type Reject,
  rejectWhy,
  type Search,
} from '#planning/match/index.ts';
import { byHouse } from '#platform/db/by-house.ts';
import type { Database } from '#platform/db/database.ts';
import type { Asked, Proposal, Proposals, Rejection } from './contract.ts';
import { productFor } from './decide/request.ts';
import { addressOf, pointOf } from './doing.ts';
import { limitsAskedOf } from './limits.ts';
import { openSearchTable, type SearchTable } from './search-table.ts';
import type { NextPlaces } from './service-next.ts';
import type { Where } from './store-read.ts';
import { usualAnswers } from './store-read.ts';
import type { Request } from './types.ts';

const FITS = 12;
const REJECTS = 40;
/** How long the usual answering times are remembered before they are counted again. */
const ANSWERS_FOR = 10 * MINUTE;

/** Finds places for what is asked, over the picture of the region. Decides nothing: holding checks again under lock. */
export interface PlaceSearch {
  /** What fits a question that was not sent yet, for the organisation that would send it. */
  find(asked: Asked, organisationId: string, now: Instant): Promise<Proposals>;
  /** Where else it fits, best first, one place a ward. Asked from within a transaction, so it waits for nothing. */
  readonly nextPlaces: NextPlaces;
  /** What fits a request that was sent. */
  findFor(request: Request, near: Near, now: Instant): Promise<Proposals>;
  /** The table as it stands, for who looks at many requests at once. */
  openAt(now: Instant): Promise<OpenSearch>;
}

/** Where somebody lives and wishes to be near, as postcodes. */
type Near = Pick<Where, 'homePc4' | 'partnerPc4' | 'areaPc4'>;

/** The search as it stands at one moment. */
export interface OpenSearch {
  readonly table: PlaceTable;
  /** The same number means the same table. */
  readonly revision: number;
  readonly how: Omit<Search, 'fits' | 'rejects'>;
  readonly region: Region;
  /** What a request asks of the table. */
  askingOf(request: Request, near: Near): Asking;
  codeOf(unitId: string, placeId: string): string;
}

const siteWords = (site: Site, phone: string | null) => ({ zone: site.zone, phone: phone ?? site.phone });

const proposalOf = (
  fit: Fit,
  asked: Asking,
  region: Region,
  codes: ReadonlyMap<string, string>,
): Proposal => {
  const { unit, site, organisation } = addressOf(region, fit.unitId);
  const words = siteWords(site, unit.phone);
  return {
    placeId: fit.placeId,
    placeCode: codes.get(fit.placeId) ?? '',
    unitId: unit.id,
    unit: unit.name,
    siteId: site.id,
    site: site.name,
    organisation: organisation.name,
    town: site.town,
    km: fit.metres === null ? null : Math.round(fit.metres / 100) / 10,
    product: asked.product,
    state: fit.state,
    free: fit.free,
    from: isoFromInstant(fit.from),
    figure: {
      asOf: fit.asOf === null ? null : isoFromInstant(fit.asOf),
      source: fit.source,
      phase: fit.phase,
    },
    answersInMinutes: fit.answersInMinutes,
    checks: fitChecks(fit, asked, words),
    why: fitWhy(fit, asked, words),
  };
};

const rejectionOf = (reject: Reject, asked: Asking, region: Region): Rejection => {
  const site = region.sites.find((each) => each.id === reject.siteId);
  if (site === undefined) throw new Error(`site ${reject.siteId} is not in the region`);
  const organisation = region.organisations.find((each) => each.id === site.organisationId);
  return {
    siteId: site.id,
    site: site.name,
    organisation: organisation?.name ?? '',
    phone: site.phone,
    state: reject.state,
    code: reject.reason.code,
    closedFor: reject.reason.code === 'closed' ? reject.reason.closedFor : null,
    lacks: reject.reason.code === 'needs' ? [...reject.reason.missing] : [],
    why: rejectWhy(reject.reason, asked, siteWords(site, null)),
  };
};

const codesOf = (picture: Picture, fits: readonly Fit[], now: Instant): Map<string, string> => {
  const codes = new Map<string, string>();
  for (const fit of fits) {
    for (const place of picture.look(fit.unitId, now)?.facts.places ?? []) codes.set(place.id, place.code);
  }
  return codes;
};

const pointsOf = (region: Region, wish: Near) => ({
  home: pointOf(region, wish.homePc4),
  partner: pointOf(region, wish.partnerPc4),
  area: pointOf(region, wish.areaPc4),
});

const proposalsOf = (
  picture: Picture,
  found: ReturnType<typeof findPlaces>,
  asked: Asking,
  rules: RouteRules,
): Proposals => {
  const { region } = picture;
  const { now } = asked;
  const codes = codesOf(picture, found.fits, now);
  return {
    product: asked.product,
    asOf: isoFromInstant(now),
    looked: found.looked,
    fits: found.fits.map((fit) => proposalOf(fit, asked, region, codes)),
    rejects: found.rejects.map((reject) => rejectionOf(reject, asked, region)),
    plan: {
      heldUntil: isoFromInstant(now + rules.holdMinutes * MINUTE),
      answerBy: isoFromInstant(now + rules.answerMinutes * MINUTE),
    },
  };
};

/** Opens the search of this process over its picture. */
export const openPlaceSearch = (database: Database, picture: Picture): PlaceSearch => {
  const places: SearchTable = openSearchTable(picture);
  let answers: ReadonlyMap<string, number> = new Map();
  let countedAt = Number.NEGATIVE_INFINITY;
  /** Counted in the name of the desk, which is a party to every request; only the medians leave it. */
  const usual = async (now: Instant): Promise<ReadonlyMap<string, number>> => {
    if (now - countedAt < ANSWERS_FOR) return answers;
    countedAt = now;
    const acting = byHouse('search', picture.region.agreement.deskOrganisationId);
    answers = await database.transaction(acting, (tx) => usualAnswers(tx, now - 60 * DAY));
    return answers;
  };
  // A site that tells no hours is called first and turned away by nobody: as on the board.
  const admission: Search['admission'] = (siteId, product, at) => {
    const open = picture.admission(siteId, product, at);
    return open.says ? open : { now: true, until: null, nextFrom: null };
  };
  const answer = async (asked: Asking, crisis: boolean, now: Instant): Promise<Proposals> => {
    const how = { fits: FITS, rejects: REJECTS, freshness: picture.region.agreement, admission };
    const found = findPlaces(places.at(now, await usual(now)), asked, how);
    return proposalsOf(picture, found, asked, rulesOf(picture.region.agreement, crisis));
  };
  const askingOf = (request: Request, near: Near, now: Instant): Asking => {
    const limits = limitsAskedOf(request, request.wantedFrom, picture.region);
    return { ...limits, now, ...pointsOf(picture.region, near) };
  };
  return {
    find: (asked, organisationId, now) => {
      const { reason, weight, urgency } = asked;
      const from = asked.wantedFrom === undefined ? now : instantFromIso(asked.wantedFrom);
      const asking = { ...asked, product: productFor(reason, weight), referrerOrg: organisationId };
      return answer(
        { ...limitsAskedOf(asking, from, picture.region), now, ...pointsOf(picture.region, asked) },
        walksCrisisRoute(picture.region.agreement, urgency),
        now,
      );
    },
    findFor: (request, near, now) => answer(askingOf(request, near, now), request.crisisRoute, now),
    nextPlaces: async (request, near, tried, now) => {
      const how = { fits: FITS + tried.size, rejects: 0, freshness: picture.region.agreement, admission };
      const { fits } = findPlaces(places.at(now, answers), askingOf(request, near, now), how);
      return fits.filter(({ unitId }) => !tried.has(unitId));
    },
    openAt: async (now) => ({
      table: places.at(now, await usual(now)),
      revision: places.revision,
      how: { freshness: picture.region.agreement, admission },
      region: picture.region,
      askingOf: (request, near) => askingOf(request, near, now),
      codeOf: (unitId, placeId) =>
        picture.look(unitId, now)?.facts.places.find(({ id }) => id === placeId)?.code ?? '',
    }),
  };
};
