import { z } from 'zod';
import { Problem } from '#kernel/contract.ts';
import { ok } from '#kernel/result.ts';
import type { Picture } from '#modules/capacity/index.ts';
import type { Look } from '#platform/access-log/types.ts';
import { admitted, type Door, read } from '#platform/http/route.ts';
import { showAfter, turnAway } from '#platform/http/shown.ts';
import { Departures, HospitalWaiting } from './contract-departures.ts';
import { departuresCount, leaversOf } from './departures.ts';
import { hospitalWaiting } from './hospital-waiting.ts';
import { openOnScreen } from './on-screen.ts';
import { towerPolicies } from './policy.ts';

const Days = z.object({ days: z.coerce.number().int().min(1).max(31).default(7) });
type Days = z.infer<typeof Days>;

/** Nobody's name stands there, but of each the desk sees the age band, the bed and what is in the way. */
const leaving = (claimIds: readonly string[]): readonly Look[] =>
  claimIds.map((objectId) => ({
    event: 'list',
    objectType: 'claim',
    objectId,
    categories: ['profile', 'stay'],
  }));

/** The desk sees the people without their names; who only steers the region sees counts. */
const departuresRoute = (door: Door, picture: Picture): void => {
  const policy = towerPolicies.departures;
  const onScreen = openOnScreen();
  door.app.route({
    method: 'GET',
    url: '/api/v1/departures',
    schema: {
      summary: 'Who leaves in the coming days, per day and site, and what is needed for that',
      tags: ['tower'],
      description: `${policy.name}: ${policy.why}`,
      querystring: Days,
      response: { 200: Departures, '4xx': Problem, '5xx': Problem },
    },
    config: { policy, looks: 'people' },
    handler: async (request, reply) => {
      const actor = admitted(request, policy);
      if (!actor.ok) return turnAway(door, { request, reply, policy }, actor.refusal);
      const now = door.clock.now();
      const { leaves, counts } = departuresCount(picture, { days: (request.query as Days).days, now });
      reply.header('cache-control', 'private, no-store');
      if (actor.value.role !== 'desk') return reply.send({ ...counts, leavers: [] });
      const acting = { actor: actor.value.id, organisationId: actor.value.organisationId };
      const leavers = await door.database.transaction(acting, (tx) => leaversOf(tx, picture, leaves, now));
      const seen = leaves.flatMap(({ claimId }, index) =>
        leavers[index]?.ageBand === null && leavers[index]?.stayId === null ? [] : [claimId],
      );
      const write = (ids: readonly string[]): Promise<void> =>
        showAfter(door, { request, actor: actor.value, policy }, leaving(ids));
      await onScreen.show(request.session?.id ?? request.id, seen, now, write);
      return reply.send({ ...counts, leavers });
    },
  });
};

/** Adds who leaves in the region, and who of a hospital waits to go. */
export const departureRoutes = (door: Door, picture: Picture): void => {
  departuresRoute(door, picture);
  read<unknown, unknown, HospitalWaiting>(door, {
    url: '/api/v1/hospital-waiting',
    tag: 'tower',
    summary: 'The own people who wait for a place, or have one and have not gone',
    policy: towerPolicies.hospital,
    answer: HospitalWaiting,
    looks: ({ waiting }): readonly Look[] =>
      waiting.map(({ requestId, name }) => ({
        event: 'list',
        objectType: 'request',
        objectId: requestId,
        categories: name === null ? ['profile', 'triage'] : ['profile', 'triage', 'name-and-contact'],
      })),
    run: async ({ tx, actor, now }) => ok(await hospitalWaiting(tx, actor, { region: picture.region, now })),
  });
};
