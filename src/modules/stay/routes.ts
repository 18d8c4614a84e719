import { ById } from '#kernel/contract.ts';
import { doingOf } from '#modules/capacity/index.ts';
import { type Door, read } from '#platform/http/route.ts';
import { StayAnswer } from './contract.ts';
import { oneStay } from './looks.ts';
import { stayPolicies as may } from './policy.ts';
import { answered, type StayParts, tag } from './routes-answer.ts';
import { coreRoutes } from './routes-core.ts';
import { familyStayRoutes } from './routes-family.ts';
import { gpAnswerRoutes } from './routes-gp-answer.ts';
import { handoverRoutes } from './routes-handover.ts';
import { lengthRoutes } from './routes-length.ts';
import { stayListRoutes } from './routes-list.ts';
import { observationRoutes } from './routes-observation.ts';
import { pathwayRoutes } from './routes-pathway.ts';
import { returnRoutes } from './routes-return.ts';

/** Adds the routes of stays. */
export const stayRoutes = (door: Door, parts: StayParts): void => {
  coreRoutes(door, parts);
  lengthRoutes(door, parts);
  pathwayRoutes(door, parts);
  handoverRoutes(door, parts);
  familyStayRoutes(door, parts);
  stayListRoutes(door, parts);
  observationRoutes(door, parts);
  gpAnswerRoutes(door, parts);
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
