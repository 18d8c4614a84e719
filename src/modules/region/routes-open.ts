import { z } from 'zod';
import { isoFromInstant } from '#kernel/calendar.ts';
import { ById } from '#kernel/contract.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, refuse } from '#kernel/result.ts';
import { nobody } from '#platform/access-log/looks.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { record } from '#platform/diary/diary.ts';
import { command, type Door, read } from '#platform/http/route.ts';
import { FollowBody, FollowedList, PublishBody, Published } from './contract.ts';
import { regionPolicies } from './policy.ts';
import { endFollowed, followedRegions, insertFollowed, setPublishes } from './store-open.ts';

/** Judges an address before it is ever fetched; null when it may be, else why not. */
export type AddressCheck = (url: string) => Promise<Refusal | null>;

const tag = 'regio';

const listOf = async (tx: Tx): Promise<FollowedList> => ({
  regions: (await followedRegions(tx)).map((each) => ({ ...each, addedAt: isoFromInstant(each.addedAt) })),
});

const write = (
  tx: Tx,
  about: { event: string; subject: string; organisationId: string | null; actor: string; now: Instant },
): Promise<void> => {
  const { now, ...rest } = about;
  return record(tx, [{ ...rest, at: now, room: 'region', unitId: null, body: {} }]);
};

/** Adds the routes about what is shown to the outside and which regions are followed. */
export const regionOpenRoutes = (door: Door, check: AddressCheck): void => {
  followRoutes(door, check);
  publishRoute(door);
};

const followRoutes = (door: Door, check: AddressCheck): void => {
  read<unknown, unknown, FollowedList>(door, {
    url: '/api/v1/followed-regions',
    summary: 'The regions whose published counts stand beside ours',
    tag,
    policy: regionPolicies.directory,
    answer: FollowedList,
    looks: nobody,
    run: async ({ tx }) => ok(await listOf(tx)),
  });
  command<unknown, z.infer<typeof FollowBody>, FollowedList>(door, {
    url: '/api/v1/followed-regions',
    summary: 'Follows the published counts of another region',
    tag,
    policy: regionPolicies.follow,
    body: FollowBody,
    answer: FollowedList,
    looks: nobody,
    run: async ({ tx, actor, now, body }) => {
      const wrong = await check(body.url);
      if (wrong !== null) return refuse(wrong);
      const region = { id: newId(), ...body, addedAt: now };
      if (!(await insertFollowed(tx, region, actor.id))) return refuse({ code: 'already-followed' });
      await write(tx, {
        event: 'followed',
        subject: region.id,
        organisationId: actor.organisationId,
        actor: actor.id,
        now,
      });
      return ok(await listOf(tx));
    },
  });
  command<ById, Record<string, never>, FollowedList>(door, {
    url: '/api/v1/followed-regions/:id/end',
    summary: 'Stops following a region',
    tag,
    policy: regionPolicies.follow,
    params: ById,
    body: z.strictObject({}),
    answer: FollowedList,
    looks: nobody,
    run: async ({ tx, actor, now, params }) => {
      if (!(await endFollowed(tx, params.id, now))) return refuse({ code: 'region-not-followed' });
      await write(tx, {
        event: 'unfollowed',
        subject: params.id,
        organisationId: actor.organisationId,
        actor: actor.id,
        now,
      });
      return ok(await listOf(tx));
    },
  });
};

const publishRoute = (door: Door): void => {
  command<unknown, z.infer<typeof PublishBody>, z.infer<typeof Published>>(door, {
    url: '/api/v1/organisation/publishes',
    summary: 'Makes the counts of the own organisation public, or not any more',
    tag,
    policy: regionPolicies.publish,
    body: PublishBody,
    answer: Published,
    looks: nobody,
    run: async ({ tx, actor, now, body }) => {
      await setPublishes(tx, actor.organisationId, body.publishes);
      await write(tx, {
        event: body.publishes ? 'published' : 'unpublished',
        subject: actor.organisationId,
        organisationId: actor.organisationId,
        actor: actor.id,
        now,
      });
      return ok({ organisationId: actor.organisationId, publishes: body.publishes });
    },
  });
};
