import { instantFromIso, isoFromInstant } from '#kernel/calendar.ts';
import { DAY, type Instant, MINUTE } from '#kernel/interval.ts';
import type { Picture } from '#modules/capacity/index.ts';
import type { Region, Site } from '#modules/region/types.ts';
import {
  type Asked as Asking,
  type Fit,
  findPlaces,
  fitChecks,
  fitWhy,
  type Reject,
  rejectWhy,
  type Search,
} from '#planning/match/index.ts';
import type { Database } from '#platform/db/database.ts';
import type { Asked, Proposal, Proposals, Rejection } from './contract.ts';
import { productFor } from './decide/request.ts';
import { addressOf, pointOf } from './doing.ts';
import { openSearchTable, type SearchTable } from './search-table.ts';
import type { Open } from './store.ts';
import { usualAnswers } from './store-read.ts';
import type { Request } from './types.ts';

const FITS = 12;
const REJECTS = 40;
/** How long the usual answering times are remembered before they are counted again. */
const ANSWERS_FOR = 10 * MINUTE;

/** Finds places for what is asked, over the picture of the region. Decides nothing: holding checks again under lock. */
export interface PlaceSearch {
  /** What fits a question that was not sent yet. */
  find(asked: Asked, now: Instant): Promise<Proposals>;
  /** What fits a request that was sent. */
  findFor(request: Request, open: Open, now: Instant): Promise<Proposals>;
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

/** Opens the search of this process over its picture. */
export const openPlaceSearch = (database: Database, picture: Picture): PlaceSearch => {
  const places: SearchTable = openSearchTable(picture);
  let answers: ReadonlyMap<string, number> = new Map();
  let countedAt = Number.NEGATIVE_INFINITY;
  /** Counted in the name of the desk, which is a party to every request; only the medians leave it. */
  const usual = async (now: Instant): Promise<ReadonlyMap<string, number>> => {
    if (now - countedAt < ANSWERS_FOR) return answers;
    countedAt = now;
    const acting = { actor: 'search', organisationId: picture.region.agreement.deskOrganisationId };
    answers = await database.transaction(acting, (tx) => usualAnswers(tx, now - 60 * DAY));
    return answers;
  };
  // A site that tells no hours is called first and turned away by nobody: as on the board.
  const admission: Search['admission'] = (siteId, product, at) => {
    const open = picture.admission(siteId, product, at);
    return open.says ? open : { now: true, until: null, nextFrom: null };
  };
  const answer = async (asked: Asking, now: Instant): Promise<Proposals> => {
    const table = places.at(now, await usual(now));
    const { region } = picture;
    const found = findPlaces(table, asked, {
      fits: FITS,
      rejects: REJECTS,
      freshness: region.agreement,
      admission,
    });
    const codes = codesOf(picture, found.fits, now);
    return {
      product: asked.product,
      asOf: isoFromInstant(now),
      looked: found.looked,
      fits: found.fits.map((fit) => proposalOf(fit, asked, region, codes)),
      rejects: found.rejects.map((reject) => rejectionOf(reject, asked, region)),
      plan: {
        heldUntil: isoFromInstant(now + region.agreement.holdMinutes * MINUTE),
        answerBy: isoFromInstant(now + region.agreement.answerMinutes * MINUTE),
      },
    };
  };
  const points = (wish: Pick<Open, 'homePc4' | 'partnerPc4' | 'areaPc4'>) => ({
    home: pointOf(picture.region, wish.homePc4),
    partner: pointOf(picture.region, wish.partnerPc4),
    area: pointOf(picture.region, wish.areaPc4),
  });
  return {
    find: (asked, now) => {
      const { needs, language, reason, weight } = asked;
      const from = asked.wantedFrom === undefined ? now : instantFromIso(asked.wantedFrom);
      return answer(
        { product: productFor(reason, weight), from, now, needs, language, ...points(asked) },
        now,
      );
    },
    findFor: (request, open, now) => {
      const { product, needs, language, wantedFrom } = request;
      return answer({ product, from: wantedFrom, now, needs, language, ...points(open) }, now);
    },
  };
};
