import { isoFromInstant } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import { placeCodes } from '#modules/capacity/index.ts';
import { peopleById, personView } from '#modules/people/index.ts';
import type { Person } from '#modules/people/types.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import type { Region } from '#modules/region/types.ts';
import type { Tx } from '#platform/db/database.ts';
import type { OfferView, RequestView } from './contract.ts';
import { isPending } from './decide/offer.ts';
import { dueAt } from './decide/request.ts';
import { addressOf } from './doing.ts';
import { type OfferRow, type Open, offersOf, openOf, requestsById } from './store.ts';
import { type Responsibility, responsibleFor } from './store-care.ts';
import { wardTexts } from './store-read.ts';
import { seeTriage, type TriageSeen } from './triage-view.ts';
import { REFUSALS, type Request } from './types.ts';
import { type Facts, factsOf, factsView } from './view-facts.ts';
import { awaitsConsent } from './view-sharing.ts';
import { stepsOf, turnOf } from './words.ts';
import type { Names } from './words-offer.ts';

/** For whom a request is drawn, and when. */
export interface Reader {
  readonly organisationId: string;
  readonly now: Instant;
  readonly region: Region;
}

interface Known {
  readonly offers: readonly OfferRow[];
  readonly open: Open | undefined;
  readonly person: Person | undefined;
  readonly responsible: Responsibility | undefined;
  readonly codes: ReadonlyMap<string, string>;
  /** What wards wrote with their no, per offer. */
  readonly texts: ReadonlyMap<string, string>;
  readonly facts: Facts;
  readonly triage: TriageSeen;
  readonly awaits: RequestView['awaitsConsent'];
}

const isoOrNull = (at: Instant | null): string | null => (at === null ? null : isoFromInstant(at));

const nameOf = (region: Region, organisationId: string): string =>
  region.organisations.find((each) => each.id === organisationId)?.name ?? '';

const refusalView = ({ id, refusalCode }: OfferRow, texts: Known['texts']): OfferView['refusal'] =>
  refusalCode === null ? null : { code: refusalCode, kind: REFUSALS[refusalCode], text: texts.get(id) ?? '' };

const offerView = (offer: OfferRow, region: Region, { codes, texts, open }: Known): OfferView => {
  const { unit, site, organisation } = addressOf(region, offer.unitId);
  return {
    id: offer.id,
    requestId: offer.requestId,
    organisationId: organisation.id,
    organisation: organisation.name,
    siteId: site.id,
    site: site.name,
    unitId: unit.id,
    unit: unit.name,
    phone: unit.phone ?? site.phone,
    placeId: offer.placeId,
    placeCode: codes.get(offer.placeId) ?? '',
    held: offer.claimId !== null && (isPending(offer) || offer.state === 'accepted'),
    distanceKm: offer.distanceM === null ? null : offer.distanceM / 1000,
    state: offer.state,
    sentAt: isoFromInstant(offer.sentAt),
    answerBy: isoFromInstant(offer.answerBy),
    readAt: isoOrNull(offer.readAt),
    answeredAt: isoOrNull(offer.answeredAt),
    refusal: refusalView(offer, texts),
    doctor: offer.doctor,
    arrivalFrom: isoOrNull(offer.arrivalFrom),
    alternativeFrom: isoOrNull(offer.alternativeFrom),
    // Why is told to who knows the person.
    extra:
      offer.extra === null
        ? null
        : { ...offer.extra, reason: open === undefined ? '' : (texts.get(offer.id) ?? '') },
    byItself: offer.byItself,
    version: offer.version,
  };
};

const openView = (open: Open | undefined): RequestView['open'] => {
  if (open === undefined) return null;
  const { callbackPhone, remarks, wish, homePc4, partnerPc4, areaPc4 } = open;
  return { callbackPhone, remarks, wish, homePc4, partnerPc4, areaPc4 };
};

const responsibleView = (row: Responsibility | undefined, region: Region): RequestView['responsible'] =>
  row === undefined
    ? null
    : {
        organisation: nameOf(region, row.organisationId),
        doctor: row.doctor,
        since: isoFromInstant(row.from),
      };

/** Is the reader who asked, or the desk? */
const isAsking = (request: Request, { organisationId, region }: Reader): boolean =>
  organisationId === request.referrerOrg || organisationId === region.agreement.deskOrganisationId;

/** A provider that was asked sees its own question only: who else was asked is not its business. */
const visibleOffers = (request: Request, offers: readonly OfferRow[], reader: Reader): readonly OfferRow[] =>
  isAsking(request, reader)
    ? offers
    : offers.filter((offer) => offer.organisationId === reader.organisationId);

/** Where somebody went is written freely: the place is for who knows the person, the distance for whoever was asked. */
const elsewhereView = ({ elsewhere }: Request, open: Open | undefined): RequestView['elsewhere'] => {
  if (elsewhere === null) return null;
  const { place, metres } = elsewhere;
  return { place: open === undefined ? '' : place, km: metres === null ? null : metres / 1000 };
};

/** How the route goes on, and how it ended. */
const routeView = (request: Request, open: Open | undefined) => ({
  crisisRoute: request.crisisRoute,
  legalTitle: request.legalTitle,
  uzovi: request.uzovi,
  next: { candidates: request.candidates.length, byItself: request.askNext },
  chooseBy: isoOrNull(request.chooseBy),
  transport:
    request.transport === null
      ? null
      : {
          by: request.transport.by,
          at: isoOrNull(request.transport.at),
          setAt: isoFromInstant(request.transport.setAt),
        },
  elsewhere: elsewhereView(request, open),
  unmet: request.unmet === null ? null : { code: request.unmet.code, would: [...request.unmet.would] },
  withdrawCode: request.withdrawCode,
});

const viewOf = (request: Request, known: Known, reader: Reader): RequestView => {
  const { region, now } = reader;
  const offers = visibleOffers(request, known.offers, reader);
  const [first] = offers;
  const names: Names = {
    site: (offer) => addressOf(region, offer.unitId).site.name,
    place: (offer) => known.codes.get(offer.placeId) ?? '',
    said: (offer) => known.texts.get(offer.id) ?? '',
    zone: first === undefined ? REGION_ZONE : addressOf(region, first.unitId).site.zone,
    now,
    rules: region.agreement,
  };
  const {
    reason,
    weight,
    product,
    urgency,
    origin,
    ageBand,
    sex,
    language,
    code,
    state,
    closeReason,
    deskAsked,
  } = request;
  return {
    id: request.id,
    code,
    state,
    closeReason,
    reason,
    weight,
    product,
    urgency,
    origin,
    ageBand,
    sex,
    language,
    deskAsked,
    wantedFrom: isoFromInstant(request.wantedFrom),
    needs: [...request.needs],
    traits: [...request.traits],
    referrer: { organisationId: request.referrerOrg, name: nameOf(region, request.referrerOrg) },
    sentAt: isoFromInstant(request.sentAt),
    dueAt: isoOrNull(dueAt(request, offers, region.agreement)),
    turn: turnOf(request, offers, names),
    person: known.person === undefined ? null : personView(known.person),
    open: openView(known.open),
    responsible: responsibleView(known.responsible, region),
    offers: offers.map((offer) => offerView(offer, region, known)),
    steps: stepsOf(request, offers, names),
    ...routeView(request, known.open),
    awaitsConsent: known.awaits,
    ...factsView({ request, ...known, reader, asks: isAsking(request, reader) }, known.facts),
    triage: known.triage.triage,
    consult: known.triage.consult,
    version: request.version,
  };
};

/** Requests as this reader may see them, in the order of the ids. What row-level security hides is simply not there. */
export const viewRequests = async (
  tx: Tx,
  reader: Reader,
  ids: readonly string[],
): Promise<RequestView[]> => {
  if (ids.length === 0) return [];
  // None of these waits for another: they go to the database together.
  const [found, offers, opened, passed, facts] = await Promise.all([
    requestsById(tx, ids),
    offersOf(tx, ids),
    openOf(tx, ids),
    responsibleFor(tx, ids, reader.now),
    factsOf(tx, ids),
  ]);
  const requests = new Map(found.map((each) => [each.id, each]));
  const open = new Map(opened.map((each) => [each.requestId, each]));
  const responsible = new Map(passed.map((each) => [each.requestId, each]));
  const said = offers.filter(
    (offer) => offer.state === 'refused' || offer.alternativeFrom !== null || offer.extra !== null,
  );
  const [known, texts, codes, triages] = await Promise.all([
    peopleById(
      tx,
      opened.map(({ personId }) => personId),
    ),
    wardTexts(
      tx,
      said.map(({ id }) => id),
    ),
    placeCodes(
      tx,
      offers.map(({ placeId }) => placeId),
    ),
    seeTriage(tx, reader.region, found),
  ]);
  const people = new Map(known.map((each) => [each.id, each]));
  const views: RequestView[] = [];
  for (const id of ids) {
    const request = requests.get(id);
    const triage = triages.get(id);
    if (request === undefined || triage === undefined) continue;
    const own = open.get(id);
    const all = {
      offers: offers.filter((offer) => offer.requestId === id),
      open: own,
      person: own === undefined ? undefined : people.get(own.personId),
      responsible: responsible.get(id),
      codes,
      texts,
      facts,
      triage,
    };
    const awaits = await awaitsConsent(tx, { request, ...all }, reader);
    views.push(viewOf(request, { ...all, awaits }, reader));
  }
  return views;
};
