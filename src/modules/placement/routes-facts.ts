import { z } from 'zod';
import { instantFromIso, localDay, weekdayOf } from '#kernel/calendar.ts';
import { ById, Id, Problem } from '#kernel/contract.ts';
import { ok, refuse } from '#kernel/result.ts';
import { doingOf } from '#modules/capacity/index.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import { sendFile } from '#platform/http/file.ts';
import { admitted, command, type Door, read } from '#platform/http/route.ts';
import { keepShown, turnAway } from '#platform/http/shown.ts';
import * as contract from './contract.ts';
import { proposeUnmet } from './decide/unmet.ts';
import { asks } from './doing.ts';
import { oneRequest, openedDocument, requestInAddress, searched } from './looks.ts';
import { placementPolicies as may } from './policy.ts';
import { type Answered, answered, type PlacementParts, tag } from './routes-answer.ts';
import { stepRoute } from './routes-steps.ts';
import { addDocument, openDocument, takeDocumentBack } from './service-document.ts';
import { escalate, planTransport, writeMessage } from './service-facts.ts';
import { findRunning } from './service-running.ts';
import { offersOf, requestsById } from './store.ts';
import { whereOf } from './store-read.ts';

/** Five megabytes in base64, with room for what is around them; larger never reaches us. */
const FILE_LIMIT = 8 * 1_048_576;

const OfDocument = z.object({ id: Id, doc: Id });
type OfDocument = z.infer<typeof OfDocument>;

/** Adds what goes along with a request: whether one runs already, words, files, the ride, the ladder, and what was unmet. */
export const factsRoutes = (door: Door, parts: PlacementParts): void => {
  runningRoute(door, parts);
  stepRoutes(door, parts);
  documentRoutes(door, parts);
  unmetRoute(door, parts);
};

// A question, but of a person: it travels in the body, never in the address.
const runningRoute = (door: Door, parts: PlacementParts): void => {
  command<unknown, z.infer<typeof contract.RunningBody>, contract.Running>(door, {
    url: '/api/v1/requests/running',
    tag,
    summary: 'Does a request run for this person already?',
    policy: may.send,
    body: contract.RunningBody,
    answer: contract.Running,
    looks: searched,
    run: async (act) => findRunning(act.tx, act.body, await doingOf(parts, act)),
  });
};

const stepRoutes = (door: Door, parts: PlacementParts): void => {
  stepRoute(door, parts, {
    url: '/api/v1/requests/:id/messages',
    summary: 'A question or an answer, without a name',
    policy: may.write,
    body: contract.MessageBody,
    run: ({ tx, params, body }, doing) =>
      writeMessage(tx, params.id, { text: body.text, organisationId: body.organisationId ?? null }, doing),
  });
  stepRoute(door, parts, {
    url: '/api/v1/requests/:id/transport',
    summary: 'How the person comes, and when',
    policy: may.plan,
    body: contract.TransportBody,
    run: ({ tx, params, body }, doing) => {
      const at = body.at === undefined ? null : instantFromIso(body.at);
      return planTransport(tx, params.id, { by: body.by, at }, doing);
    },
  });
  stepRoute(door, parts, {
    url: '/api/v1/requests/:id/escalate',
    summary: 'Climbs a rung of the ladder: somebody was called',
    policy: may.escalate,
    body: contract.EscalateBody,
    run: ({ tx, params, body }, doing) => escalate(tx, params.id, body.rung, doing),
  });
  stepRoute(door, parts, {
    url: '/api/v1/requests/:id/documents',
    summary: 'Sends a letter or another file along',
    policy: may.documents,
    body: contract.DocumentBody,
    event: 'add',
    bodyLimit: FILE_LIMIT,
    run: ({ tx, params, body }, doing) => addDocument(tx, params.id, body, doing),
  });
};

const documentRoutes = (door: Door, parts: PlacementParts): void => {
  const policy = may.documents;
  door.app.route({
    method: 'GET',
    url: '/api/v1/requests/:id/documents/:doc',
    schema: {
      summary: 'One file of a request, for who may know the person',
      tags: [tag],
      description: `${policy.name}: ${policy.why}`,
      params: OfDocument,
      response: { '4xx': Problem, '5xx': Problem },
    },
    config: { policy, looks: 'people' },
    handler: async (request, reply) => {
      const actor = admitted(request, policy);
      if (!actor.ok) return turnAway(door, { request, reply, policy }, actor.refusal);
      const { id, organisationId } = actor.value;
      const of = request.params as OfDocument;
      const asking = { request, actor: actor.value, policy, looks: openedDocument };
      const found = await door.database.transaction({ actor: id, organisationId }, async (tx) => {
        const document = await openDocument(tx, { requestId: of.id, id: of.doc });
        if (document.ok) await keepShown(door, asking, document.value, { tx, documentId: of.doc });
        return document;
      });
      return found.ok
        ? sendFile(reply, found.value)
        : turnAway(door, { request, reply, policy }, found.refusal);
    },
  });
  command<OfDocument, unknown, Answered>(door, {
    url: '/api/v1/requests/:id/documents/:doc/remove',
    tag,
    summary: 'Takes an own file back',
    policy,
    params: OfDocument,
    body: contract.Nothing,
    answer: contract.RequestAnswer,
    looks: oneRequest('remove'),
    run: async (act) => {
      const doing = await doingOf(parts, act);
      const { id, doc } = act.params;
      const done = await takeDocumentBack(act.tx, { requestId: id, id: doc }, doing);
      return done.ok ? answered(act.tx, id, doing) : done;
    },
  });
};

const unmetRoute = (door: Door, parts: PlacementParts): void => {
  read<ById, unknown, contract.UnmetProposal>(door, {
    url: '/api/v1/requests/:id/unmet-proposal',
    tag,
    summary: 'Why there is no place, as far as the search and the houses say',
    policy: may.close,
    params: ById,
    answer: contract.UnmetProposal,
    looks: requestInAddress(['reason-and-care']),
    run: async (ask) => {
      const ids = [ask.params.id];
      const [[request], where, offers] = [
        await requestsById(ask.tx, ids),
        await whereOf(ask.tx, ask.params.id),
        await offersOf(ask.tx, ids),
      ];
      if (request === undefined || where === null) return refuse({ code: 'request-unknown' });
      if (!asks(request, await doingOf(parts, ask))) return refuse({ code: 'request-unknown' });
      const { rejects } = await parts.search.findFor(request, where, ask.now);
      const { code, would } = proposeUnmet({
        rejects,
        refusals: offers.flatMap(({ refusalCode }) => refusalCode ?? []),
        weekend: weekdayOf(localDay(ask.now, REGION_ZONE)) > 5,
      });
      return ok({ code, would: [...would] });
    },
  });
};
