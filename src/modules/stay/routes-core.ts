import { z } from 'zod';
import { instantFromIso } from '#kernel/calendar.ts';
import { ById, Id } from '#kernel/contract.ts';
import type { Refusal } from '#kernel/refusal.ts';
import type { Result } from '#kernel/result.ts';
import type { Doing } from '#modules/capacity/index.ts';
import { doingOf } from '#modules/capacity/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { command, type Door } from '#platform/http/route.ts';
import { StayAnswer } from './contract.ts';
import {
  AbsenceBody,
  AbsenceEndBody,
  BarrierBody,
  BarrierChangeBody,
  BarrierReopenBody,
  BarrierSolveBody,
  CareBody,
  GpBody,
  ReadyBody,
  WishBody,
} from './contract-acts.ts';
import { oneStay } from './looks.ts';
import { stayPolicies as may } from './policy.ts';
import { answered, type StayParts, tag } from './routes-answer.ts';
import { comeBack, goAway } from './service-absence.ts';
import { addBarrier, changeBarrier, reopenBarrier, solveBarrier } from './service-barrier.ts';
import { changeCare } from './service-care.ts';
import { tellReady } from './service-length.ts';
import { namePractice, tellWish } from './service-wish.ts';

const ByBarrier = z.object({ id: Id, barrier: Id });
type ByBarrier = z.infer<typeof ByBarrier>;

/** What every command about a stay shares. */
const kept = { tag, policy: may.keep, params: ById, answer: StayAnswer, looks: oneStay('change') } as const;
const onBarrier = { ...kept, versioned: true, params: ByBarrier } as const;

/** The stay as it stands after the act. */
const after = async (
  tx: Tx,
  id: string,
  done: Result<unknown, Refusal>,
  doing: Doing,
): Promise<Result<StayAnswer, Refusal>> => (done.ok ? answered(tx, id, doing) : done);

const wishRoutes = (door: Door, parts: StayParts): void => {
  command<ById, WishBody, StayAnswer>(door, {
    ...kept,
    url: '/api/v1/stays/:id/wishes',
    summary: 'The question of the GP, or what the person wants in their own words',
    policy: may.wish,
    body: WishBody,
    run: async ({ tx, params: { id }, body: wish, ...who }) => {
      const doing = await doingOf(parts, { tx, ...who });
      return after(tx, id, await tellWish(tx, { stayId: id, wish }, doing), doing);
    },
  });
  command<ById, GpBody, StayAnswer>(door, {
    ...kept,
    url: '/api/v1/stays/:id/gp',
    summary: 'Which practice hears how it goes, and may read what was seen',
    versioned: true,
    body: GpBody,
    run: async ({ tx, params: { id }, body, version, ...who }) => {
      const doing = await doingOf(parts, { tx, ...who });
      return after(tx, id, await namePractice(tx, { stayId: id, version, ...body }, doing), doing);
    },
  });
};

const barrierRoutes = (door: Door, parts: StayParts): void => {
  command<ById, BarrierBody, StayAnswer>(door, {
    ...kept,
    url: '/api/v1/stays/:id/barriers',
    summary: 'Something stands between somebody and home',
    body: BarrierBody,
    run: async ({ tx, params: { id }, body: barrier, ...who }) => {
      const doing = await doingOf(parts, { tx, ...who });
      return after(tx, id, await addBarrier(tx, { stayId: id, barrier }, doing), doing);
    },
  });
  command<ByBarrier, BarrierChangeBody, StayAnswer>(door, {
    ...onBarrier,
    url: '/api/v1/stays/:id/barriers/:barrier/change',
    summary: 'Somebody else works on it, or by another day',
    body: BarrierChangeBody,
    run: async ({ tx, params: { id, barrier }, body: change, version, ...who }) => {
      const doing = await doingOf(parts, { tx, ...who });
      const act = { stayId: id, barrierId: barrier, version, change };
      return after(tx, id, await changeBarrier(tx, act, doing), doing);
    },
  });
  command<ByBarrier, BarrierSolveBody, StayAnswer>(door, {
    ...onBarrier,
    url: '/api/v1/stays/:id/barriers/:barrier/solve',
    summary: 'It does not stand in the way any more',
    body: BarrierSolveBody,
    run: async ({ tx, params: { id, barrier }, body: { day }, version, ...who }) => {
      const doing = await doingOf(parts, { tx, ...who });
      const act = { stayId: id, barrierId: barrier, version, day };
      return after(tx, id, await solveBarrier(tx, act, doing), doing);
    },
  });
  command<ByBarrier, BarrierReopenBody, StayAnswer>(door, {
    ...onBarrier,
    url: '/api/v1/stays/:id/barriers/:barrier/reopen',
    summary: 'It was not gone after all',
    body: BarrierReopenBody,
    run: async ({ tx, params: { id, barrier }, body: { due }, version, ...who }) => {
      const doing = await doingOf(parts, { tx, ...who });
      const act = { stayId: id, barrierId: barrier, version, due };
      return after(tx, id, await reopenBarrier(tx, act, doing), doing);
    },
  });
};

const whereRoutes = (door: Door, parts: StayParts): void => {
  command<ById, AbsenceBody, StayAnswer>(door, {
    ...kept,
    url: '/api/v1/stays/:id/absence',
    summary: 'Somebody is away for a while; the bed is kept',
    body: AbsenceBody,
    run: async ({ tx, params: { id }, body: { reason, at, expectedBack }, ...who }) => {
      const doing = await doingOf(parts, { tx, ...who });
      const away = {
        stayId: id,
        reason,
        at: at === undefined ? doing.now : instantFromIso(at),
        expectedBack: expectedBack === null ? null : instantFromIso(expectedBack),
      };
      return after(tx, id, await goAway(tx, away, doing), doing);
    },
  });
  command<ById, AbsenceEndBody, StayAnswer>(door, {
    ...kept,
    url: '/api/v1/stays/:id/absence/end',
    summary: 'Somebody is back in the bed that was kept',
    body: AbsenceEndBody,
    run: async ({ tx, params: { id }, body: { at }, ...who }) => {
      const doing = await doingOf(parts, { tx, ...who });
      const back = { stayId: id, at: at === undefined ? doing.now : instantFromIso(at) };
      return after(tx, id, await comeBack(tx, back, doing), doing);
    },
  });
  command<ById, CareBody, StayAnswer>(door, {
    ...kept,
    url: '/api/v1/stays/:id/care',
    summary: 'Another care from today on, in the same bed',
    versioned: true,
    body: CareBody,
    run: async ({ tx, params: { id }, body: { product }, version, ...who }) => {
      const doing = await doingOf(parts, { tx, ...who });
      return after(tx, id, await changeCare(tx, { stayId: id, version, product }, doing), doing);
    },
  });
  command<ById, ReadyBody, StayAnswer>(door, {
    ...kept,
    url: '/api/v1/stays/:id/ready',
    summary: 'From which day somebody could go, and whether long-term care is decided',
    versioned: true,
    body: ReadyBody,
    run: async ({ tx, params: { id }, body: ready, version, ...who }) => {
      const doing = await doingOf(parts, { tx, ...who });
      return after(tx, id, await tellReady(tx, { stayId: id, version, ready }, doing), doing);
    },
  });
};

/** Adds the routes of what the house keeps of a stay: wishes, what stands in the way, and where somebody is. */
export const coreRoutes = (door: Door, parts: StayParts): void => {
  wishRoutes(door, parts);
  barrierRoutes(door, parts);
  whereRoutes(door, parts);
};
