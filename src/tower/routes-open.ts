import { Problem } from '#kernel/contract.ts';
import { nobody } from '#platform/access-log/looks.ts';
import { admitted, type Door } from '#platform/http/route.ts';
import { CapacityStatement, Country } from './contract-open.ts';
import type { OpenFigures } from './country.ts';
import { towerPolicies } from './policy.ts';
import { sendMade } from './squeeze.ts';

const openRoute = (door: Door, figures: OpenFigures, url: string, caching: string): void => {
  const policy = towerPolicies.open;
  door.app.route({
    method: 'GET',
    url,
    schema: {
      summary:
        'What is free at the organisations that publish, as the open Dutch capacity format; no sign-in',
      tags: ['open'],
      description: `${policy.name}: ${policy.why}`,
      response: { 200: CapacityStatement, '4xx': Problem, '5xx': Problem },
    },
    config: { policy, looks: nobody },
    handler: (request, reply) => sendMade(request, reply, figures.statement(door.clock.now()), caching),
  });
};

/** Adds what the region tells the outside, and what it knows of other regions. */
export const openRoutes = (door: Door, figures: OpenFigures): void => {
  openRoute(door, figures, '/capacity.json', 'public, max-age=15');
  openRoute(door, figures, '/api/v1/open/capacity.json', 'no-cache');
  const policy = towerPolicies.board;
  door.app.route({
    method: 'GET',
    url: '/api/v1/country',
    schema: {
      summary: 'The regions we follow beside our own: sums per kind of care, with their age',
      tags: ['tower'],
      description: `${policy.name}: ${policy.why}`,
      response: { 200: Country, '4xx': Problem, '5xx': Problem },
    },
    config: { policy, looks: nobody },
    handler: async (request, reply) => {
      const actor = admitted(request, policy);
      if (!actor.ok) return reply.refuse(actor.refusal);
      return sendMade(request, reply, figures.country(door.clock.now()), 'private, no-cache');
    },
  });
};
