import { z } from 'zod';
import { ById, Id } from '#kernel/contract.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Doing } from '#modules/capacity/index.ts';
import { doingOf } from '#modules/capacity/index.ts';
import { requestsById } from '#modules/placement/index.ts';
import type { Look } from '#platform/access-log/types.ts';
import type { Tx } from '#platform/db/database.ts';
import { command, type Door, read } from '#platform/http/route.ts';
import {
  ContactBody,
  ContactList,
  ContactStopBody,
  OutcomeAnswer,
  ReturnAnswer,
  ReturnBody,
} from './contract-return.ts';
import { stayInAddress } from './looks.ts';
import { stayPolicies as may } from './policy.ts';
import { type StayParts, tag } from './routes-answer.ts';
import { changeReturn, makeContact, stopContacts } from './service-return.ts';
import { stayById } from './store.ts';
import { RETURN_ITEMS, type Stay } from './types.ts';
import { dueContacts, outcomeOf, viewReturn } from './view-return.ts';

const ByItem = z.object({ id: Id, item: z.enum(RETURN_ITEMS) });
type ByItem = z.infer<typeof ByItem>;
/** An address is text: `/contacts/2`. */
const ByDays = z.object({ id: Id, days: z.enum(['2', '30']) });
type ByDays = z.infer<typeof ByDays>;

const returned = async (tx: Tx, id: string, doing: Doing): Promise<Result<ReturnAnswer, Refusal>> => {
  const stay = await stayById(tx, id);
  return stay === null ? refuse({ code: 'stay-unknown' }) : ok({ return: await viewReturn(tx, stay, doing) });
};

const after = async (tx: Tx, done: Result<Stay, Refusal>, doing: Doing) =>
  done.ok ? returned(tx, done.value.id, doing) : done;

const contactRoutes = (door: Door, parts: StayParts): void => {
  command<ByDays, ContactBody, ReturnAnswer>(door, {
    url: '/api/v1/stays/:id/contacts/:days',
    tag,
    summary:
      'How it goes two or thirty days after somebody left; with If-Match what stands there is put right',
    policy: may.keep,
    params: ByDays,
    body: ContactBody,
    answer: ReturnAnswer,
    looks: stayInAddress('change', ['stay']),
    run: async ({ tx, params, body, version, ...who }) => {
      const doing = await doingOf(parts, { tx, ...who });
      const days = params.days === '2' ? 2 : 30;
      return after(tx, await makeContact(tx, { stayId: params.id, days, told: body, version }, doing), doing);
    },
  });
  command<ById, ContactStopBody, ReturnAnswer>(door, {
    url: '/api/v1/stays/:id/contacts/stop',
    tag,
    summary: 'Nobody calls any more: the person does not want it, or died',
    policy: may.keep,
    params: ById,
    body: ContactStopBody,
    answer: ReturnAnswer,
    looks: stayInAddress('change', ['stay']),
    run: async ({ tx, params, body, ...who }) => {
      const doing = await doingOf(parts, { tx, ...who });
      const act = { stayId: params.id, reason: body.reason };
      return after(tx, await stopContacts(tx, act, doing), doing);
    },
  });
  read<unknown, unknown, ContactList>(door, {
    url: '/api/v1/contacts',
    tag,
    summary: 'Whom the own house must ask how it goes, the longest waiting first',
    policy: may.keep,
    answer: ContactList,
    looks: ({ contacts }): readonly Look[] =>
      contacts.map(({ stayId, name }) => ({
        event: 'list',
        objectType: 'stay',
        objectId: stayId,
        categories: name === null ? ['stay'] : ['stay', 'name-and-contact'],
      })),
    run: async (ask) => ok(await dueContacts(ask.tx, await doingOf(parts, ask))),
  });
};

/** Adds the routes of the way home: the plan, the contacts afterwards, and what who asked hears of it. */
export const returnRoutes = (door: Door, parts: StayParts): void => {
  read<ById, unknown, ReturnAnswer>(door, {
    url: '/api/v1/stays/:id/return',
    tag,
    summary: 'What must be ready at home, what is missing, and how it went afterwards',
    policy: may.see,
    params: ById,
    answer: ReturnAnswer,
    looks: stayInAddress('read', ['stay']),
    run: async (ask) => returned(ask.tx, ask.params.id, await doingOf(parts, ask)),
  });
  command<ByItem, ReturnBody, ReturnAnswer>(door, {
    method: 'PUT',
    url: '/api/v1/stays/:id/return/:item',
    tag,
    summary: 'How far one thing is that home needs',
    policy: may.keep,
    params: ByItem,
    body: ReturnBody,
    answer: ReturnAnswer,
    versioned: true,
    looks: stayInAddress('change', ['stay']),
    run: async ({ tx, params, body, version, ...who }) => {
      const doing = await doingOf(parts, { tx, ...who });
      const act = { stayId: params.id, item: params.item, change: body, version };
      return after(tx, await changeReturn(tx, act, doing), doing);
    },
  });
  contactRoutes(door, parts);
  read<ById, unknown, OutcomeAnswer>(door, {
    url: '/api/v1/requests/:id/outcome',
    tag,
    summary: 'How it went with somebody for whom a place was asked',
    policy: may.see,
    params: ById,
    answer: OutcomeAnswer,
    looks: ({ outcome }): readonly Look[] =>
      outcome === null
        ? []
        : [{ event: 'read', objectType: 'stay', objectId: outcome.stayId, categories: ['stay'] }],
    run: async (ask) => {
      const [request] = await requestsById(ask.tx, [ask.params.id]);
      if (request === undefined) return refuse({ code: 'request-unknown' });
      return ok({ outcome: await outcomeOf(ask.tx, ask.params.id, await doingOf(parts, ask)) });
    },
  });
};
