import { type Door, read } from '#platform/http/route.ts';
import { StayAnswer } from './contract.ts';
import { oneStay } from './looks.ts';
import { stayPolicies as may } from './policy.ts';
import { answered, ById, doingOf, type StayParts, tag } from './routes-answer.ts';
import { stayListRoutes } from './routes-list.ts';
import { returnRoutes } from './routes-return.ts';

/** Adds the routes of stays. */
export const stayRoutes = (door: Door, parts: StayParts): void => {
  stayListRoutes(door, parts);
  returnRoutes(door, parts);
  read<ById, unknown, StayAnswer>(door, {
    url: '/api/v1/stays/:id',
    tag,
    summary: 'One stay, as far as the reader may know it',
    policy: may.see,
    params: ById,
    answer: StayAnswer,
    looks: oneStay('read'),
    run: async (ask) => answered(ask.tx, ask.params.id, await doingOf(parts, ask)),
  });
};
