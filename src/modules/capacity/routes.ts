import type { z } from 'zod';
import { instantFromIso, isoFromInstant } from '#kernel/calendar.ts';
import { ById } from '#kernel/contract.ts';
import { FOREVER, type Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Region } from '#modules/region/types.ts';
import { nobody } from '#platform/access-log/looks.ts';
import type { Look } from '#platform/access-log/types.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import type { Actor } from '#platform/http/actor.ts';
import { bodyHash } from '#platform/http/keys.ts';
import { admitted, command, type Door, keyOf } from '#platform/http/route.ts';
import * as contract from './contract.ts';
import type { Changed } from './decide/stay.ts';
import type { Doing } from './doing.ts';
import type { HoldBatch } from './hold-batch.ts';
import { capacityPolicies as may } from './policy.ts';
import { kindRoutes } from './routes-kinds.ts';
import { roomRoutes } from './routes-room.ts';
import { wardRoutes } from './routes-ward.ts';
import { releaseClaim } from './service-plan.ts';
import { departFromPlace, finishCleaning, moveExpectedEnd, moveToPlace } from './service-stay.ts';
import { closePlaces, confirmUnit, endClosure, staffUnit } from './service-unit.ts';
import { isOwnHold } from './store.ts';
import type { Claim } from './types.ts';

const tag = 'capacity';
const MINUTE = 60_000;

/** What the routes of the beds need beside the door. */
export interface CapacityParts {
  readonly holds: HoldBatch;
  readonly regionOf: (tx: Tx) => Promise<Region>;
  /** What else stands in the way of another expected end: how long somebody may stay is not ours to say. */
  readonly mayMoveEnd: MayMoveEnd;
}

/** Asked before an expected end moves; answers why it may not. */
type MayMoveEnd = (
  tx: Tx,
  end: { readonly claimId: string; readonly until: Instant; readonly latest: Instant | null },
  doing: Doing,
) => Promise<Refusal | null>;

const isoOrNull = (at: Instant): string | null => (at >= FOREVER ? null : isoFromInstant(at));

const claimAnswer = (claim: Claim, displaced: number): z.infer<typeof contract.ClaimAnswer> => ({
  claimId: claim.id,
  placeId: claim.placeId,
  kind: claim.kind,
  from: isoFromInstant(claim.during.from),
  until: isoOrNull(claim.during.until),
  version: claim.version,
  displaced,
});

/** An act on the stay of whoever lies there. */
const changesStay = (_answer: unknown, act: { readonly params: ById }): readonly Look[] => [
  { event: 'change', objectType: 'claim', objectId: act.params.id, categories: ['stay'] },
];

const answered = (result: Result<Claim, Refusal>) => (result.ok ? ok(claimAnswer(result.value, 0)) : result);
const answeredChange = (result: Result<Changed, Refusal>) =>
  result.ok ? ok(claimAnswer(result.value.claim, result.value.displaced.length)) : result;

/** The routes of beds and wards. */
export const capacityRoutes = (door: Door, parts: CapacityParts): void => {
  const doing = async (act: { tx: Tx; actor: Actor; now: Instant }): Promise<Doing> => ({
    actor: act.actor,
    now: act.now,
    region: await parts.regionOf(act.tx),
  });
  holdRoute(door, parts);
  releaseRoute(door, doing);
  unitRoutes(door, doing);
  stayRoutes(door, doing, parts.mayMoveEnd);
  bedRoutes(door, doing);
  kindRoutes(door, doing);
  roomRoutes(door, doing);
  wardRoutes(door, doing);
};

type DoingOf = (act: { tx: Tx; actor: Actor; now: Instant }) => Promise<Doing>;

const releaseRoute = (door: Door, doing: DoingOf): void => {
  command<ById, object, z.infer<typeof contract.ClaimAnswer>>(door, {
    url: '/api/v1/holds/:id/release',
    tag,
    summary: 'Gives a held place back',
    policy: may.release,
    params: ById,
    body: contract.Empty,
    answer: contract.ClaimAnswer,
    looks: nobody,
    run: async (act) => {
      // A hold belongs to who asked for it; of another one it is not even said that it is there.
      if (!(await isOwnHold(act.tx, act.params.id))) return refuse({ code: 'claim-unknown' });
      return answered(await releaseClaim(act.tx, act.params.id, await doing(act)));
    },
  });
};

const unitRoutes = (door: Door, doing: DoingOf): void => {
  command<ById, z.infer<typeof contract.ConfirmBody>, z.infer<typeof contract.FigureAnswer>>(door, {
    url: '/api/v1/units/:id/confirmations',
    tag,
    summary: 'The ward stands by its figures',
    policy: may.confirm,
    params: ById,
    body: contract.ConfirmBody,
    answer: contract.FigureAnswer,
    looks: nobody,
    run: async (act) => {
      const done = await confirmUnit(act.tx, act.params.id, act.body.source, await doing(act));
      return done.ok ? ok({ ...done.value, asOf: isoFromInstant(done.value.asOf) }) : done;
    },
  });
  command<ById, z.infer<typeof contract.CloseBody>, z.infer<typeof contract.CloseAnswer>>(door, {
    url: '/api/v1/units/:id/closures',
    tag,
    summary: 'Closes a place or a number of places',
    policy: may.close,
    params: ById,
    body: contract.CloseBody,
    answer: contract.CloseAnswer,
    looks: nobody,
    run: async (act) => {
      const { from, until, ...rest } = act.body;
      const start = from === undefined ? act.now : instantFromIso(from);
      return closePlaces(
        act.tx,
        { ...rest, unitId: act.params.id, from: start, until: instantFromIso(until) },
        await doing(act),
      );
    },
  });
  command<ById, object, z.infer<typeof contract.CloseAnswer>>(door, {
    url: '/api/v1/closures/:id/end',
    tag,
    summary: 'Opens what was closed',
    policy: may.close,
    params: ById,
    body: contract.Empty,
    answer: contract.CloseAnswer,
    looks: nobody,
    run: async (act) => endClosure(act.tx, act.params.id, await doing(act)),
  });
  command<ById, z.infer<typeof contract.StaffingBody>, z.infer<typeof contract.StaffingAnswer>>(door, {
    method: 'PUT',
    url: '/api/v1/units/:id/staffing',
    tag,
    summary: 'Says how many places have staff in a half-day',
    policy: may.close,
    params: ById,
    body: contract.StaffingBody,
    answer: contract.StaffingAnswer,
    looks: nobody,
    run: async (act) => staffUnit(act.tx, { ...act.body, unitId: act.params.id }, await doing(act)),
  });
};

const stayRoutes = (door: Door, doing: DoingOf, mayMoveEnd: MayMoveEnd): void => {
  command<ById, z.infer<typeof contract.ExpectedEndBody>, z.infer<typeof contract.ClaimAnswer>>(door, {
    url: '/api/v1/claims/:id/expected-end',
    tag,
    summary: 'Moves the expected end',
    policy: may.stay,
    versioned: true,
    params: ById,
    body: contract.ExpectedEndBody,
    answer: contract.ClaimAnswer,
    looks: changesStay,
    run: async (act) => {
      const latest = act.body.latest === null ? null : instantFromIso(act.body.latest);
      const end = {
        claimId: act.params.id,
        version: act.version,
        until: instantFromIso(act.body.until),
        latest,
      };
      const acting = await doing(act);
      const refusal = await mayMoveEnd(act.tx, end, acting);
      return refusal === null ? answeredChange(await moveExpectedEnd(act.tx, end, acting)) : refuse(refusal);
    },
  });
  command<ById, z.infer<typeof contract.DepartureBody>, z.infer<typeof contract.ClaimAnswer>>(door, {
    url: '/api/v1/claims/:id/departure',
    tag,
    summary: 'Somebody left',
    policy: may.stay,
    versioned: true,
    params: ById,
    body: contract.DepartureBody,
    answer: contract.ClaimAnswer,
    looks: changesStay,
    run: async (act) => {
      const { at, destination, cleaningMinutes } = act.body;
      const left = {
        claimId: act.params.id,
        version: act.version,
        at: at === undefined ? act.now : instantFromIso(at),
        destination,
        cleaningMinutes,
      };
      return answered(await departFromPlace(act.tx, left, await doing(act)));
    },
  });
};

const bedRoutes = (door: Door, doing: DoingOf): void => {
  command<ById, object, z.infer<typeof contract.ClaimAnswer>>(door, {
    url: '/api/v1/claims/:id/cleaned',
    tag,
    summary: 'The bed is clean before its time',
    policy: may.stay,
    versioned: true,
    params: ById,
    body: contract.Empty,
    answer: contract.ClaimAnswer,
    looks: nobody,
    run: async (act) =>
      answered(
        await finishCleaning(act.tx, { claimId: act.params.id, version: act.version }, await doing(act)),
      ),
  });
  command<ById, z.infer<typeof contract.MoveBody>, z.infer<typeof contract.ClaimAnswer>>(door, {
    url: '/api/v1/claims/:id/move',
    tag,
    summary: 'Moves somebody to another place',
    policy: may.stay,
    versioned: true,
    params: ById,
    body: contract.MoveBody,
    answer: contract.ClaimAnswer,
    looks: changesStay,
    run: async (act) =>
      answeredChange(
        await moveToPlace(
          act.tx,
          { claimId: act.params.id, version: act.version, placeId: act.body.placeId },
          await doing(act),
        ),
      ),
  });
};

/** Holding has a door of its own: callers at the same moment share one transaction. */
const holdRoute = (door: Door, parts: CapacityParts): void => {
  door.app.route({
    method: 'POST',
    url: '/api/v1/holds',
    schema: {
      summary: 'Holds a place',
      tags: [tag],
      description: may.hold.why,
      body: contract.HoldBody,
      response: { 200: contract.HoldAnswer },
    },
    config: { policy: may.hold, looks: nobody },
    handler: async (request, reply) => {
      const actor = admitted(request, may.hold);
      if (!actor.ok) return reply.refuse(actor.refusal);
      const body = request.body as z.infer<typeof contract.HoldBody>;
      const now = door.clock.now();
      const { agreement } = await door.database.transaction(
        { actor: actor.value.id, organisationId: null },
        parts.regionOf,
      );
      const key = keyOf(request);
      if (!key.ok) return reply.refuse(key.refusal);
      const held = await parts.holds.hold({
        actor: actor.value,
        key: key.value,
        hash: bodyHash('hold', body),
        command: {
          claimId: newId(),
          placeId: body.placeId,
          subject: actor.value.id,
          product: body.product,
          from: body.from === undefined ? now : instantFromIso(body.from),
          expiresAt: now + agreement.holdMinutes * MINUTE,
        },
      });
      if (!held.ok) return reply.refuse(held.refusal);
      door.committed();
      return { ...held.value, expiresAt: isoFromInstant(held.value.expiresAt), version: 1 };
    },
  });
};
