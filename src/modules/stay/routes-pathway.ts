import { ok } from '#kernel/result.ts';
import { doingOf } from '#modules/capacity/index.ts';
import { nobody } from '#platform/access-log/looks.ts';
import { command, type Door, read } from '#platform/http/route.ts';
import { PathwayAdoptBody, PathwayList } from './contract-pathway.ts';
import { stayPolicies as may } from './policy.ts';
import { type StayParts, tag } from './routes-answer.ts';
import { adoptPathway, listPathways } from './service-pathway.ts';

/** Adds the routes of pathways: what a stay with each product is. Nobody stands in them. */
export const pathwayRoutes = (door: Door, parts: StayParts): void => {
  read<unknown, unknown, PathwayList>(door, {
    url: '/api/v1/pathways',
    tag,
    summary: 'What a stay with each product is: how long at most, talks and checklist; by version',
    policy: may.pathways,
    answer: PathwayList,
    looks: nobody,
    run: async ({ tx }) => ok(await listPathways(tx)),
  });
  command<unknown, PathwayAdoptBody, PathwayList>(door, {
    url: '/api/v1/pathways',
    tag,
    summary: 'The region adopts another version of a pathway; If-Match is the version of that product now',
    policy: may.adopt,
    versioned: true,
    body: PathwayAdoptBody,
    answer: PathwayList,
    looks: nobody,
    run: async ({ tx, body: adopt, version, ...who }) => {
      const doing = await doingOf(parts, { tx, ...who });
      const adopted = await adoptPathway(tx, { adopt, version }, doing);
      return adopted.ok ? ok(await listPathways(tx)) : adopted;
    },
  });
};
