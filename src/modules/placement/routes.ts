import { z } from 'zod';
import { instantFromIso } from '#kernel/calendar.ts';
import { ById } from '#kernel/contract.ts';
import { ok, refuse } from '#kernel/result.ts';
import { doingOf } from '#modules/capacity/index.ts';
import { nobody } from '#platform/access-log/looks.ts';
import { command, type Door, read } from '#platform/http/route.ts';
import * as contract from './contract.ts';
import { asks } from './doing.ts';
import { eachRequest, oneRequest, requestInAddress } from './looks.ts';
import { placementPolicies as may } from './policy.ts';
import { type Answered, answered, type PlacementParts, tag } from './routes-answer.ts';
import { factsRoutes } from './routes-facts.ts';
import { printRoute } from './routes-print.ts';
import { answerRoutes, offerRoutes, requestStepRoutes } from './routes-steps.ts';
import { triageRoutes } from './routes-triage.ts';
import { sendRequest } from './service-request.ts';
import { requestsById } from './store.ts';
import { ownRequestIds, whereOf } from './store-read.ts';
import { viewRequests } from './view.ts';

const Page = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.iso.datetime().optional(),
});

/** Adds the routes of requests and offers. */
export const placementRoutes = (door: Door, parts: PlacementParts): void => {
  searchRoutes(door, parts);
  readRoutes(door, parts);
  sendRoute(door, parts);
  offerRoutes(door, parts);
  answerRoutes(door, parts);
  requestStepRoutes(door, parts);
  factsRoutes(door, parts);
  triageRoutes(door, parts);
  printRoute(door);
};

const sendRoute = (door: Door, parts: PlacementParts): void => {
  command<unknown, z.infer<typeof contract.RequestBody>, Answered>(door, {
    url: '/api/v1/requests',
    tag,
    summary: 'Sends a request in six fields, and holds what it asks for',
    policy: may.send,
    body: contract.RequestBody,
    answer: contract.RequestAnswer,
    looks: oneRequest('add'),
    run: async (act) => {
      const doing = await doingOf(parts, act);
      const { reason, weight, urgency, origin, needs, traits, language, legalTitle, uzovi, ...rest } =
        act.body;
      const { offers, wantedFrom, triage = null, ...open } = rest;
      const sent = await sendRequest(
        act.tx,
        {
          ...open,
          profile: { reason, weight, urgency, origin, needs, traits, language, legalTitle, uzovi },
          wantedFrom: wantedFrom === undefined ? act.now : instantFromIso(wantedFrom),
          placeIds: offers.map((offer) => offer.placeId),
          triage,
        },
        parts.search.nextPlaces,
        doing,
      );
      return sent.ok ? answered(act.tx, sent.value.request.id, doing) : sent;
    },
  });
};

const readRoutes = (door: Door, parts: PlacementParts): void => {
  read<unknown, z.infer<typeof Page>, z.infer<typeof contract.RequestList>>(door, {
    url: '/api/v1/requests',
    tag,
    summary: "The organisation's own requests, newest first",
    policy: may.send,
    query: Page,
    answer: contract.RequestList,
    looks: eachRequest,
    run: async (ask) => {
      const { region } = await doingOf(parts, ask);
      const { limit, cursor } = ask.query;
      const before = cursor === undefined ? null : instantFromIso(cursor);
      const { organisationId } = ask.actor;
      const ids = await ownRequestIds(ask.tx, organisationId, { before, limit });
      const requests = await viewRequests(ask.tx, { organisationId, now: ask.now, region }, ids);
      const last = requests.at(-1);
      return ok({ requests, cursor: ids.length < limit || last === undefined ? null : last.sentAt });
    },
  });
  read<ById, unknown, Answered>(door, {
    url: '/api/v1/requests/:id',
    tag,
    summary: 'One request, as far as the reader may know it',
    policy: may.see,
    params: ById,
    answer: contract.RequestAnswer,
    looks: oneRequest('read'),
    run: async (ask) => answered(ask.tx, ask.params.id, await doingOf(parts, ask)),
  });
};

const searchRoutes = (door: Door, parts: PlacementParts): void => {
  // A search is a question, but what is asked says something of a person: it travels in the body, never in the address.
  command<unknown, contract.Asked, z.infer<typeof contract.Proposals>>(door, {
    url: '/api/v1/proposals',
    tag,
    summary: 'What fits and what does not, without saying for whom',
    policy: may.search,
    body: contract.Asked,
    answer: contract.Proposals,
    looks: nobody,
    run: async (ask) => ok(await parts.search.find(ask.body, ask.actor.organisationId, ask.now)),
  });
  read<ById, unknown, z.infer<typeof contract.Proposals>>(door, {
    url: '/api/v1/requests/:id/proposals',
    tag,
    summary: 'What fits this request, and what does not',
    policy: may.search,
    params: ById,
    answer: contract.Proposals,
    looks: requestInAddress(['profile', 'reason-and-care']),
    run: async (ask) => {
      const [request] = await requestsById(ask.tx, [ask.params.id]);
      const where = await whereOf(ask.tx, ask.params.id);
      if (request === undefined || where === null) return refuse({ code: 'request-unknown' });
      // A house that said yes knows the person, and still has nothing to look for elsewhere.
      if (!asks(request, await doingOf(parts, ask))) return refuse({ code: 'request-unknown' });
      return ok(await parts.search.findFor(request, where, ask.now));
    },
  });
};
