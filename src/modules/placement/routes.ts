import { z } from 'zod';
import { instantFromIso } from '#kernel/calendar.ts';
import { Id } from '#kernel/contract.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Doing } from '#modules/capacity/index.ts';
import type { Region } from '#modules/region/types.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Actor } from '#platform/http/actor.ts';
import { type Command, command, type Door, read } from '#platform/http/route.ts';
import * as contract from './contract.ts';
import { placementPolicies as may } from './policy.ts';
import type { PlaceSearch } from './search.ts';
import { acceptOffer, type Case, makeOffer, openCase, readOffer, refuseOffer, withdrawOffer } from './service-offer.ts';
import { closeRequest, confirmArrival, planAdmission, reportNotArrived, sendRequest } from './service-request.ts';
import { openOf, requestsById } from './store.ts';
import { ownRequestIds } from './store-read.ts';
import { viewRequests } from './view.ts';

const ById = z.object({ id: Id });
type ById = z.infer<typeof ById>;
type Answered = z.infer<typeof contract.RequestAnswer>;
const tag = 'plaatsing';

/** What the routes of the one route need beside the door. */
export interface PlacementParts {
  readonly regionOf: (tx: Tx) => Promise<Region>;
  readonly search: PlaceSearch;
}

const answered = async (tx: Tx, id: string, doing: Doing): Promise<Result<Answered, Refusal>> => {
  const reader = { organisationId: doing.actor.organisationId, now: doing.now, region: doing.region };
  const [request] = await viewRequests(tx, reader, [id]);
  return request === undefined ? refuse({ code: 'request-unknown' }) : ok({ request });
};

/** Adds the routes of requests and offers. */
export const placementRoutes = (door: Door, parts: PlacementParts): void => {
  const doingOf = async (ask: { tx: Tx; actor: Actor; now: Instant }): Promise<Doing> => ({
    actor: ask.actor, now: ask.now, region: await parts.regionOf(ask.tx),
  });
  /** A step on a request or offer: does it, then answers with the request as it stands for the caller. */
  const stepRoute = <B>(
    spec: { url: string; summary: string; policy: (typeof may)[keyof typeof may]; body: z.ZodType<B> },
    run: (act: Command<ById, B>, doing: Doing) => Promise<Result<Case, Refusal>>,
  ): void => {
    command<ById, B, Answered>(door, {
      ...spec, tag, params: ById, answer: contract.RequestAnswer,
      run: async (act) => {
        const doing = await doingOf(act);
        const done = await run(act, doing);
        return done.ok ? answered(act.tx, done.value.request.id, doing) : done;
      },
    });
  };
  readRoutes(door, parts, doingOf);
  sendRoute(door, doingOf);
  stepRoute({ url: '/api/v1/requests/:id/offers', summary: 'Vraag nog een huis', policy: may.offer, body: contract.OfferBody }, async (act, doing) => {
    const found = await openCase(act.tx, act.params.id);
    return found.ok ? makeOffer(act.tx, found.value, act.body, doing) : found;
  });
  stepRoute({ url: '/api/v1/offers/:id/read', summary: 'De afdeling heeft de vraag gezien', policy: may.answer, body: contract.Nothing }, (act, doing) =>
    readOffer(act.tx, act.params.id, doing));
  stepRoute({ url: '/api/v1/offers/:id/accept', summary: 'Ja: het bed is gereserveerd', policy: may.answer, body: contract.AcceptBody }, (act, doing) => {
    const { doctor, placeId, product, arrivalFrom } = act.body;
    const yes = { doctor, placeId: placeId ?? null, product: product ?? null, arrivalFrom: arrivalFrom === undefined ? null : instantFromIso(arrivalFrom) };
    return acceptOffer(act.tx, act.params.id, yes, doing);
  });
  stepRoute({ url: '/api/v1/offers/:id/refuse', summary: 'Nee, met reden', policy: may.answer, body: contract.RefuseBody }, (act, doing) =>
    refuseOffer(act.tx, act.params.id, act.body, doing));
  stepRoute({ url: '/api/v1/offers/:id/withdraw', summary: 'Trek een vraag in', policy: may.offer, body: contract.Nothing }, (act, doing) =>
    withdrawOffer(act.tx, act.params.id, doing));
  stepRoute({ url: '/api/v1/requests/:id/plan', summary: 'Plan de opname', policy: may.plan, body: contract.PlanBody }, (act, doing) =>
    planAdmission(act.tx, act.params.id, instantFromIso(act.body.arrivalFrom), doing));
  stepRoute({ url: '/api/v1/requests/:id/arrival', summary: 'De persoon is er', policy: may.arrive, body: contract.ArrivalBody }, (act, doing) =>
    confirmArrival(act.tx, act.params.id, act.body.at === undefined ? act.now : instantFromIso(act.body.at), doing));
  stepRoute({ url: '/api/v1/requests/:id/not-arrived', summary: 'Niet gekomen', policy: may.plan, body: contract.Nothing }, (act, doing) =>
    reportNotArrived(act.tx, act.params.id, doing));
  stepRoute({ url: '/api/v1/requests/:id/close', summary: 'Sluit de aanvraag', policy: may.close, body: contract.CloseRequestBody }, (act, doing) =>
    closeRequest(act.tx, act.params.id, act.body.reason, doing));
};

type DoingOf = (ask: { tx: Tx; actor: Actor; now: Instant }) => Promise<Doing>;

const sendRoute = (door: Door, doingOf: DoingOf): void => {
  command<unknown, z.infer<typeof contract.RequestBody>, Answered>(door, {
    url: '/api/v1/requests', tag, summary: 'Verstuur een aanvraag in zes velden', policy: may.send,
    body: contract.RequestBody, answer: contract.RequestAnswer,
    run: async (act) => {
      const doing = await doingOf(act);
      const { reason, weight, urgency, origin, needs, traits, language, offers, wantedFrom, ...open } = act.body;
      const profile = { reason, weight, urgency, origin, needs, traits, language };
      const from = wantedFrom === undefined ? act.now : instantFromIso(wantedFrom);
      const sent = await sendRequest(act.tx, { ...open, profile, wantedFrom: from, placeIds: offers.map((offer) => offer.placeId) }, doing);
      return sent.ok ? answered(act.tx, sent.value.request.id, doing) : sent;
    },
  });
};

const Page = z.object({ limit: z.coerce.number().int().min(1).max(200).default(50), cursor: z.iso.datetime().optional() });

const readRoutes = (door: Door, parts: PlacementParts, doingOf: DoingOf): void => {
  read<unknown, z.infer<typeof Page>, z.infer<typeof contract.RequestList>>(door, {
    url: '/api/v1/requests', tag, summary: 'De eigen aanvragen, nieuwste eerst', policy: may.send, query: Page, answer: contract.RequestList,
    run: async (ask) => {
      const { region } = await doingOf(ask);
      const before = ask.query.cursor === undefined ? null : instantFromIso(ask.query.cursor);
      const ids = await ownRequestIds(ask.tx, ask.actor.organisationId, { before, limit: ask.query.limit });
      const requests = await viewRequests(ask.tx, { organisationId: ask.actor.organisationId, now: ask.now, region }, ids);
      const last = requests.at(-1);
      return ok({ requests, cursor: ids.length < ask.query.limit || last === undefined ? null : last.sentAt });
    },
  });
  read<ById, unknown, Answered>(door, {
    url: '/api/v1/requests/:id', tag, summary: 'Een aanvraag', policy: may.see, params: ById, answer: contract.RequestAnswer,
    run: async (ask) => answered(ask.tx, ask.params.id, await doingOf(ask)),
  });
  read<ById, unknown, z.infer<typeof contract.Proposals>>(door, {
    url: '/api/v1/requests/:id/proposals', tag, summary: 'Wat past bij deze aanvraag, en wat niet', policy: may.search, params: ById, answer: contract.Proposals,
    run: async (ask) => {
      const [request] = await requestsById(ask.tx, [ask.params.id]);
      const [open] = await openOf(ask.tx, [ask.params.id]);
      if (request === undefined || open === undefined) return refuse({ code: 'request-unknown' });
      return ok(await parts.search.findFor(request, open, ask.now));
    },
  });
  // A search is a question, but what is asked says something of a person: it travels in the body, never in the address.
  command<unknown, contract.Asked, z.infer<typeof contract.Proposals>>(door, {
    url: '/api/v1/proposals', tag, summary: 'Wat past, en wat niet, zonder te zeggen voor wie', policy: may.search,
    body: contract.Asked, answer: contract.Proposals,
    run: async (ask) => ok(await parts.search.find(ask.body, ask.now)),
  });
};
