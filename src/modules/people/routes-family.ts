import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { isoFromInstant } from '#kernel/calendar.ts';
import { ById } from '#kernel/contract.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { keepLooks, onlookerOf } from '#platform/access-log/looks.ts';
import type { AccessEvent, Look } from '#platform/access-log/types.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Policy } from '#platform/http/actor.ts';
import { admitted, command, type Door, read } from '#platform/http/route.ts';
import { turnAway } from '#platform/http/shown.ts';
import * as contract from './contract-family.ts';
import { familyLetter } from './letter-family.ts';
import { peoplePolicies as may } from './policy.ts';
import { answered, inside, type OwnParts, schemaOf } from './routes-own-parts.ts';
import {
  familyOf,
  type Invited,
  type Inviting,
  inviteRelative,
  linkRelative,
  relativeView,
  revokeFamily,
} from './service-family.ts';
import { relativeOf } from './store-family.ts';
import type { PeopleCode } from './types.ts';
import type { Relative } from './types-family.ts';

const Nothing = z.strictObject({}).nullish();

type Refused = Refusal<PeopleCode>;

const listOf = (result: Result<Relative | null, Refused>): Result<contract.FamilyOf, Refused> =>
  result.ok ? ok({ relative: result.value === null ? null : relativeView(result.value) }) : result;

const lookAt =
  (event: AccessEvent) =>
  (_answer: unknown, { params }: { readonly params: ById }): readonly Look[] => [
    { event, objectType: 'person', objectId: params.id, categories: ['consent'] },
  ];

/** The link goes to the relative by e-mail; where no letter can go, who asked gives it on paper. */
const handOver = async (
  parts: OwnParts,
  { relative, token, until }: Invited,
): Promise<contract.FamilyInvited> => {
  const { practice, sendNow, publicUrl } = parts;
  const mailed =
    !practice &&
    sendNow !== null &&
    publicUrl !== null &&
    relative.email !== null &&
    (await sendNow(familyLetter(relative.email, `${publicUrl}/meelezen#${token}`)));
  return {
    relative: relativeView(relative),
    token: mailed ? null : token,
    until: isoFromInstant(until),
  };
};

/** Where the code would go to nobody, nobody is invited. */
const reachable = (parts: OwnParts, email: string | null): Result<null, Refused> => {
  if (parts.practice) return ok(null);
  if (parts.sendNow === null) return refuse({ code: 'own-mail-off' });
  return email === null ? refuse({ code: 'own-email-needed' }) : ok(null);
};

/** A route of who knows the person that hands out a link: nothing of it is kept under a key. */
const linkRoute = (
  door: Door,
  parts: OwnParts,
  spec: {
    readonly url: string;
    readonly summary: string;
    readonly body: z.ZodType;
    readonly run: (
      tx: Tx,
      personId: string,
      body: unknown,
      by: Inviting,
    ) => Promise<Result<Invited, Refused>>;
  },
): void => {
  const policy: Policy = may.family;
  const { url, body, run } = spec;
  const refused = (request: FastifyRequest, reply: FastifyReply, refusal: Refusal): Promise<FastifyReply> =>
    turnAway(door, { request, reply, policy }, refusal);
  door.app.route({
    method: 'POST',
    url,
    schema: schemaOf(policy, spec.summary, { params: ById, body }, contract.FamilyInvited),
    config: { policy, looks: 'people' },
    handler: async (request, reply) => {
      const actor = admitted(request, policy);
      if (!actor.ok) return refused(request, reply, actor.refusal);
      const { id, organisationId } = actor.value;
      const { id: personId } = request.params as ById;
      const by = { actor: id, organisationId, now: door.clock.now() };
      const who = onlookerOf(request, actor.value, policy);
      const made = await door.database.transaction({ actor: id, organisationId }, async (tx) => {
        const invited = await run(tx, personId, request.body, by);
        if (invited.ok) keepLooks(tx, who, lookAt('add')(null, { params: { id: personId } }), by.now);
        return invited;
      });
      if (!made.ok) return refused(request, reply, made.refusal);
      door.committed();
      return answered(reply, ok(await handOver(parts, made.value)));
    },
  });
};

const staffRoutes = (door: Door, parts: OwnParts): void => {
  const shape = { tag: 'mensen', policy: may.family, params: ById, answer: contract.FamilyOf };
  read<ById, unknown, contract.FamilyOf>(door, {
    ...shape,
    url: '/api/v1/persons/:id/family',
    summary: 'Welke naaste meeleest met het verblijf',
    looks: lookAt('read'),
    run: async ({ tx, params }) => listOf(await familyOf(tx, params.id)),
  });
  linkRoute(door, parts, {
    url: '/api/v1/persons/:id/family',
    summary:
      'Nodig één naaste uit om mee te lezen, met het ja van de persoon; wie eerder meelas, leest niet meer mee',
    body: contract.FamilyBody,
    run: async (tx, personId, body, by) => {
      const invitation = body as contract.FamilyBody;
      const there = reachable(parts, invitation.email);
      return there.ok ? inviteRelative(tx, { personId, invitation }, by) : there;
    },
  });
  linkRoute(door, parts, {
    url: '/api/v1/persons/:id/family/link',
    summary: 'Geef de naaste een nieuwe link; de vorige werkt niet meer',
    body: Nothing,
    run: (tx, personId, _body, by) => linkRelative(tx, personId, by),
  });
  command<ById, unknown, contract.FamilyOf>(door, {
    ...shape,
    url: '/api/v1/persons/:id/family/revoke',
    summary: 'De naaste leest niet meer mee; vanaf nu',
    body: Nothing,
    looks: lookAt('remove'),
    run: async ({ tx, params, actor, now }) => {
      const by = { actor: actor.id, organisationId: actor.organisationId, now };
      return listOf(await revokeFamily(tx, params.id, by));
    },
  });
};

const own = (personId: string, now: number): Inviting => ({
  ...{ actor: `person:${personId}`, organisationId: null, now },
});

/** The same in the person's own hand. */
const personRoutes = (door: Door, parts: OwnParts): void => {
  const config = { policy: may.own, looks: 'people' } as const;
  door.app.route({
    method: 'GET',
    url: '/api/v1/own/family',
    schema: schemaOf(may.own, 'Wie meeleest met mijn verblijf', {}, contract.FamilyOf),
    config,
    handler: async (request, reply) =>
      answered(
        reply,
        await inside(door, parts, request, async (tx, { personId }) =>
          listOf(ok(await relativeOf(tx, personId))),
        ),
      ),
  });
  door.app.route({
    method: 'POST',
    url: '/api/v1/own/family',
    schema: schemaOf(
      may.own,
      'Ik nodig één naaste uit om mee te lezen; wie eerder meelas, leest niet meer mee',
      { body: contract.OwnFamilyBody },
      contract.FamilyInvited,
    ),
    config,
    handler: async (request, reply) => {
      const body = request.body as contract.OwnFamilyBody;
      const there = reachable(parts, body.email);
      if (!there.ok) return reply.refuse(there.refusal);
      const made = await inside(door, parts, request, (tx, { personId, now }) =>
        inviteRelative(tx, { personId, invitation: { ...body, saidBy: 'person' } }, own(personId, now)),
      );
      if (!made.ok) return reply.refuse(made.refusal);
      door.committed();
      return answered(reply, ok(await handOver(parts, made.value)));
    },
  });
  door.app.route({
    method: 'POST',
    url: '/api/v1/own/family/revoke',
    schema: schemaOf(may.own, 'Mijn naaste leest niet meer mee; vanaf nu', {}, contract.FamilyOf),
    config,
    handler: async (request, reply) => {
      const left = await inside(door, parts, request, async (tx, { personId, now }) =>
        listOf(await revokeFamily(tx, personId, own(personId, now))),
      );
      if (left.ok) door.committed();
      return answered(reply, left);
    },
  });
};

/** Adds what is done with the relative who reads along: by who knows the person, and by the person themselves. */
export const familyRoutes = (door: Door, parts: OwnParts): void => {
  staffRoutes(door, parts);
  personRoutes(door, parts);
};
