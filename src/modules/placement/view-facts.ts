import { isoFromInstant } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Person } from '#modules/people/types.ts';
import { admission } from '#modules/region/index.ts';
import type { Region } from '#modules/region/types.ts';
import type { Tx } from '#platform/db/database.ts';
import type { RequestView } from './contract.ts';
import { nextRung } from './decide/ladder.ts';
import { missingOf } from './decide/missing.ts';
import { type WaitedFor, type WaitStamps, waitsOf } from './decide/waiting.ts';
import type { OfferRow } from './store.ts';
import {
  arrivalsOf,
  type DocumentRow,
  documentsOf,
  type EscalationRow,
  escalationsOf,
  type MessageRow,
  messagesOf,
} from './store-facts.ts';
import type { TriageSeen } from './triage-view.ts';
import type { Offer, Request } from './types.ts';
import { MISSING_WORDS, waitWords } from './words-waiting.ts';

/** What stands beside requests: words, files, rungs and arrivals. */
export interface Facts {
  readonly messages: readonly MessageRow[];
  readonly documents: readonly DocumentRow[];
  readonly escalations: readonly EscalationRow[];
  readonly arrivals: ReadonlyMap<string, Instant>;
}

/** Reads it for many requests at once, as far as the reader may see it. */
export const factsOf = async (tx: Tx, requestIds: readonly string[]): Promise<Facts> => {
  const [messages, documents, escalations, arrivals] = await Promise.all([
    messagesOf(tx, requestIds),
    documentsOf(tx, requestIds),
    escalationsOf(tx, requestIds),
    arrivalsOf(tx, requestIds),
  ]);
  return { messages, documents, escalations, arrivals };
};

/** From when the house that said yes lets people in, counted from the yes and the wish; null when it tells no hours. */
const admissionFrom = (
  request: Request,
  offers: readonly Offer[],
  { sites, windows, duties }: Region,
): Instant | null => {
  const yes = offers.find((offer) => offer.state === 'accepted');
  const site = sites.find((each) => each.id === yes?.siteId);
  if (request.acceptedAt === null || site === undefined) return null;
  const here = {
    windows: windows.filter(({ siteId }) => siteId === site.id),
    duties: duties.filter(({ siteId }) => siteId === site.id),
    zone: site.zone,
  };
  const at = Math.max(request.acceptedAt, request.wantedFrom);
  const open = admission(here, request.product, at);
  return open.now ? at : open.nextFrom;
};

/** A request that was accepted had its triage, also when nobody wrote down when; what is not handed in is not known. */
const triageStamps = (
  request: Request,
  triage: Pick<TriageSeen, 'triagedAt' | 'consults'> | undefined,
): Pick<WaitStamps, 'triagedAt' | 'consults'> => {
  if (triage === undefined) return {};
  const { triagedAt, consults } = triage;
  return triagedAt === null && request.acceptedAt !== null ? { consults } : { triagedAt, consults };
};

/** Where one request waited, from everything that was stamped. */
export const waitedFor = (
  request: Request,
  offers: readonly Offer[],
  facts: {
    readonly documents: readonly Pick<DocumentRow, 'requestId' | 'at'>[];
    readonly arrivals: Facts['arrivals'];
    readonly triages?: ReadonlyMap<string, Pick<TriageSeen, 'triagedAt' | 'consults'>>;
  },
  at: { readonly region: Region; readonly now: Instant },
): WaitedFor[] =>
  waitsOf(
    {
      request,
      offers,
      ...triageStamps(request, facts.triages?.get(request.id)),
      papersAt: facts.documents.filter(({ requestId }) => requestId === request.id).map((file) => file.at),
      admissionFrom: admissionFrom(request, offers, at.region),
      admittedAt: facts.arrivals.get(request.id) ?? null,
    },
    at.now,
  );

/** Everything that is known of one request, and for whom it is drawn. */
export interface FactsAsk {
  readonly request: Request;
  /** All its offers, also those the reader may not see. */
  readonly offers: readonly OfferRow[];
  readonly person: Person | undefined;
  readonly triage: TriageSeen;
  readonly awaits: RequestView['awaitsConsent'];
  readonly reader: { readonly organisationId: string; readonly now: Instant; readonly region: Region };
  /** Does the reader ask: as referrer or as the desk? */
  readonly asks: boolean;
}

const ladderView = ({ request, reader, asks }: FactsAsk, facts: Facts): RequestView['ladder'] => {
  if (!asks) return null;
  const climbed = facts.escalations.filter(({ requestId }) => requestId === request.id);
  const rungs = climbed.map(({ rung }) => rung);
  const next = nextRung(request, rungs, reader.region.agreement);
  return {
    climbed: climbed.map(({ rung, at }) => ({ rung, at: isoFromInstant(at) })),
    next: next === null ? null : { rung: next.rung, from: isoFromInstant(next.from) },
  };
};

const missingView = (
  { request, person, reader, triage, awaits }: FactsAsk,
  facts: Facts,
): RequestView['missing'] => {
  if (person === undefined) return [];
  const asker = reader.region.organisations.find(({ id }) => id === request.referrerOrg);
  const documents = facts.documents.filter(({ requestId }) => requestId === request.id);
  const codes = missingOf({
    request,
    person,
    documents: documents.map(({ kind }) => kind),
    triaged: triage.triage.complete,
    consented: awaits.length === 0,
    askedByPractice: asker?.kind === 'gp',
  });
  return codes.map((code) => ({ code, text: MISSING_WORDS[code] }));
};

/** What stands beside a request, as this reader may see it. */
export const factsView = (
  ask: FactsAsk,
  facts: Facts,
): Pick<RequestView, 'missing' | 'documents' | 'messages' | 'waits' | 'ladder'> => {
  const { request, reader } = ask;
  const { region, organisationId } = reader;
  const name = (id: string): string => region.organisations.find((each) => each.id === id)?.name ?? '';
  const ofThis = ({ requestId }: { readonly requestId: string }): boolean => requestId === request.id;
  return {
    missing: missingView(ask, facts),
    documents: facts.documents.filter(ofThis).map(({ id, kind, name: called, mime, size, fromOrg, at }) => ({
      id,
      kind,
      name: called,
      mime,
      bytes: size,
      from: name(fromOrg),
      own: fromOrg === organisationId,
      at: isoFromInstant(at),
    })),
    messages: facts.messages.filter(ofThis).map(({ id, organisationId: house, fromOrg, text, at }) => ({
      id,
      house: house === null ? null : { organisationId: house, name: name(house) },
      from: name(fromOrg),
      own: fromOrg === organisationId,
      text,
      at: isoFromInstant(at),
    })),
    waits: !ask.asks
      ? []
      : waitedFor(
          request,
          ask.offers,
          { ...facts, triages: new Map([[request.id, ask.triage]]) },
          reader,
        ).map(({ cause, minutes, now }) => ({
          cause,
          minutes,
          now,
          text: waitWords(cause, minutes, now),
        })),
    ladder: ladderView(ask, facts),
  };
};
