import type { z } from 'zod';
import { ok } from '#kernel/result.ts';
import { doingOf } from '#modules/capacity/index.ts';
import { loadContacts } from '#modules/region/index.ts';
import type { Contact } from '#modules/region/types.ts';
import { nobody } from '#platform/access-log/looks.ts';
import { type Door, read } from '#platform/http/route.ts';
import * as contract from './contract.ts';
import { TRIAGE_NOW } from './decide/triage.ts';
import { ROUTE_FACTS } from './decide/triage-routes.ts';
import { eachRequest } from './looks.ts';
import { placementPolicies as may } from './policy.ts';
import { type PlacementParts, tag } from './routes-answer.ts';
import { stepRoute } from './routes-steps.ts';
import { askConsult, giveAdvice } from './service-consult.ts';
import { answerTriage } from './service-triage.ts';
import { openConsultIds } from './store-triage.ts';
import { type ContactKind, ROUTES } from './types.ts';
import { viewRequests } from './view.ts';

/** Adds the decision tree and the advice of the specialist in elderly medicine. */
export const triageRoutes = (door: Door, parts: PlacementParts): void => {
  readRoutes(door, parts);
  stepRoute(door, parts, {
    url: '/api/v1/requests/:id/triage',
    summary: 'Answers questions of the decision tree',
    policy: may.triage,
    body: contract.TriageBody,
    run: ({ tx, params, body }, doing) => answerTriage(tx, params.id, body, doing),
  });
  stepRoute(door, parts, {
    url: '/api/v1/requests/:id/consult',
    summary: 'Asks the specialist in elderly medicine to think along',
    policy: may.triage,
    body: contract.ConsultBody,
    run: ({ tx, params, body }, doing) => askConsult(tx, params.id, body.question, doing),
  });
  stepRoute(door, parts, {
    url: '/api/v1/requests/:id/consult/answer',
    summary: 'The advice of the specialist in elderly medicine',
    policy: may.advise,
    body: contract.AdviceBody,
    run: ({ tx, params, body }, doing) => giveAdvice(tx, params.id, body, doing),
  });
};

const contactFor = (kind: ContactKind | null, contacts: readonly Contact[], desk: Contact) => {
  if (kind === null) return null;
  const { name, phone } = contacts.find((contact) => contact.kind === kind) ?? desk;
  return { kind, name, phone };
};

/** The tree as it is asked now. Whom to call next door when the region named nobody: the desk. */
const instrumentView = (contacts: readonly Contact[], desk: Contact): contract.InstrumentView => ({
  version: TRIAGE_NOW.version,
  questions: TRIAGE_NOW.questions.map(({ id, words, why, options }, at) => ({
    id,
    number: at + 1,
    words,
    why,
    options: options.map(({ value, words: said, to }) => ({ value, words: said, ends: to !== undefined })),
  })),
  routes: ROUTES.map((route) => {
    const { words, product, law, contact } = ROUTE_FACTS[route];
    return { route, words, product, law, contact: contactFor(contact, contacts, desk) };
  }),
});

const readRoutes = (door: Door, parts: PlacementParts): void => {
  read<unknown, unknown, contract.InstrumentView>(door, {
    url: '/api/v1/triage/instrument',
    tag,
    summary: 'The decision tree, and whom to call next door',
    policy: may.see,
    answer: contract.InstrumentView,
    looks: nobody,
    run: async (ask) => {
      const { region } = await doingOf(parts, ask);
      const { deskOrganisationId, deskPhone } = region.agreement;
      const name = region.organisations.find(({ id }) => id === deskOrganisationId)?.name ?? '';
      return ok(instrumentView(await loadContacts(ask.tx), { kind: 'desk', name, phone: deskPhone }));
    },
  });
  read<unknown, unknown, z.infer<typeof contract.RequestList>>(door, {
    url: '/api/v1/consults',
    tag,
    summary: 'Requests that wait for the advice of our specialist in elderly medicine',
    policy: may.advise,
    answer: contract.RequestList,
    looks: eachRequest,
    run: async (ask) => {
      const { region } = await doingOf(parts, ask);
      const { organisationId } = ask.actor;
      const ids = await openConsultIds(ask.tx, organisationId);
      const requests = await viewRequests(ask.tx, { organisationId, now: ask.now, region }, ids);
      return ok({ requests, cursor: null });
    },
  });
};
