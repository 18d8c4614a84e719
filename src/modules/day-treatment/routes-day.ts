import { ById } from '#kernel/contract.ts';
import { doingOf } from '#modules/capacity/index.ts';
import { command, type Door, read } from '#platform/http/route.ts';
import { ActsAnswer, ActsBody, DayList, DayRecord } from './contract-day.ts';
import { seenOnDay, seenRecord, writtenOnDay } from './looks-day.ts';
import { dayTreatmentPolicies as may } from './policy.ts';
import { type DayTreatmentParts, tag } from './routes-parts.ts';
import { keepActs } from './service-act.ts';
import { viewDay } from './view-day.ts';
import { viewRecord } from './view-record.ts';

/** Adds the routes of the day: the list of a half-day, what happened in it, and what was given on an order. */
export const dayRoutes = (door: Door, parts: DayTreatmentParts): void => {
  read<ById, unknown, DayList>(door, {
    url: '/api/v1/half-days/:id/day',
    tag,
    summary: 'The list of a half-day, with everything a tablet needs to go on without a network',
    policy: may.seeDay,
    params: ById,
    answer: DayList,
    looks: seenOnDay,
    run: async (ask) => viewDay(ask.tx, ask.params.id, await doingOf(parts, ask)),
  });
  command<ById, ActsBody, ActsAnswer>(door, {
    url: '/api/v1/half-days/:id/acts',
    tag,
    summary:
      'What happened, as the tablet wrote it down: in any order, as often as the network asks, however late',
    policy: may.give,
    params: ById,
    body: ActsBody,
    answer: ActsAnswer,
    looks: writtenOnDay,
    run: async ({ tx, params: { id }, body: { acts }, ...who }) =>
      keepActs(tx, { id, acts, byName: who.actor.name }, await doingOf(parts, { tx, ...who })),
  });
  read<ById, unknown, DayRecord>(door, {
    url: '/api/v1/orders/:id/record',
    tag,
    summary: 'What was given on an order, visit by visit, for its parties',
    policy: may.see,
    params: ById,
    answer: DayRecord,
    looks: seenRecord,
    run: async (ask) => viewRecord(ask.tx, ask.params.id, await doingOf(parts, ask)),
  });
};
