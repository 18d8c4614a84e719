import { ById } from '#kernel/contract.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { type Doing, doingOf } from '#modules/capacity/index.ts';
import { nobody } from '#platform/access-log/looks.ts';
import type { Tx } from '#platform/db/database.ts';
import { command, type Door, read } from '#platform/http/route.ts';
import {
  AsideBody,
  ByOffer,
  Choices,
  ChoicesAsk,
  DayPlan,
  LockBody,
  MissedBody,
  PlanActBody,
  PlanStarted,
  PlansBody,
  PlanTaken,
  PlanVisitBody,
  PutAside,
  ToPlanList,
  UnplanBody,
} from './contract-plan.ts';
import { HalfDayView } from './contract-room.ts';
import { changedByPlan, putAsideLook, seenChoices, seenInPlan, seenToPlan } from './looks-plan.ts';
import { seenInHalfDay } from './looks-room.ts';
import { openPlanJobs, type PlanJobs } from './plan-jobs.ts';
import { dayTreatmentPolicies as may } from './policy.ts';
import { type DayTreatmentParts, tag } from './routes-parts.ts';
import { choicesOf } from './service-choices.ts';
import type { HalfDayResult } from './service-half-day.ts';
import { putAside } from './service-offer.ts';
import { lockVisit, moveVisit, planVisit, unplanVisit, visitMissed } from './service-plan.ts';
import { type Begun, beginPlan, cancelPlan, endPlan, takePlan } from './service-proposal.ts';
import { planById } from './store-plan.ts';
import { roomOf } from './store-room.ts';
import { viewPlan, viewToPlan } from './view-plan.ts';
import { viewHalfDay } from './view-week.ts';

/** The half-day as it stands after the act. */
const after = async (
  tx: Tx,
  done: Awaited<HalfDayResult>,
  doing: Doing,
): Promise<Result<HalfDayView, Refusal>> => {
  if (!done.ok) return done;
  const room = await roomOf(tx, done.value.unitId);
  return room === null
    ? refuse({ code: 'day-room-unknown' })
    : ok(await viewHalfDay(tx, room, done.value, doing));
};

const readingRoutes = (door: Door, parts: DayTreatmentParts): void => {
  read<ById, unknown, ToPlanList>(door, {
    url: '/api/v1/day-rooms/:id/to-plan',
    tag,
    summary: 'Who waits for a moment in this room, what stands in the way, and the last plan that was made',
    policy: may.seeToPlan,
    params: ById,
    answer: ToPlanList,
    looks: seenToPlan,
    run: async (ask) => {
      const room = await roomOf(ask.tx, ask.params.id);
      if (room === null) return refuse({ code: 'day-room-unknown' });
      if (room.organisationId !== ask.actor.organisationId) return refuse({ code: 'other-unit' });
      return ok(await viewToPlan(ask.tx, room, await doingOf(parts, ask)));
    },
  });
  read<ById, ChoicesAsk, Choices>(door, {
    url: '/api/v1/visits/:id/choices',
    tag,
    summary: 'The three best moments for one visit, with why; everybody else stays as they are',
    policy: may.plan,
    params: ById,
    query: ChoicesAsk,
    answer: Choices,
    looks: seenChoices,
    run: async (ask) => {
      const asked = { visitId: ask.params.id, unitId: ask.query.unit };
      return choicesOf(ask.tx, asked, await doingOf(parts, ask));
    },
  });
};

const placingRoutes = (door: Door, parts: DayTreatmentParts): void => {
  const kept = {
    ...{ tag, policy: may.plan, params: ById, body: PlanVisitBody, answer: HalfDayView },
    ...{ looks: seenInHalfDay, versioned: true },
  } as const;
  command<ById, PlanVisitBody, HalfDayView>(door, {
    ...kept,
    url: '/api/v1/visits/:id/plan',
    summary: 'Gives a visit its moment, with chairs and a nurse; If-Match is the version of the half-day',
    run: async ({ tx, params: { id }, body: place, version, ...who }) => {
      const doing = await doingOf(parts, { tx, ...who });
      return after(tx, await planVisit(tx, { id, place, version }, doing), doing);
    },
  });
  command<ById, PlanVisitBody, HalfDayView>(door, {
    ...kept,
    url: '/api/v1/visits/:id/move',
    summary: 'Another moment, chair or nurse; If-Match is the version of the half-day somebody comes to',
    run: async ({ tx, params: { id }, body: place, version, ...who }) => {
      const doing = await doingOf(parts, { tx, ...who });
      return after(tx, await moveVisit(tx, { id, place, version }, doing), doing);
    },
  });
};

const changingRoutes = (door: Door, parts: DayTreatmentParts): void => {
  const kept = {
    ...{ tag, policy: may.plan, params: ById, answer: HalfDayView, looks: seenInHalfDay },
  } as const;
  command<ById, UnplanBody, HalfDayView>(door, {
    ...kept,
    url: '/api/v1/visits/:id/unplan',
    summary: 'Takes a moment back: its chairs are free and the visit waits again',
    body: UnplanBody,
    run: async ({ tx, params: { id }, body: _body, ...who }) => {
      const doing = await doingOf(parts, { tx, ...who });
      return after(tx, await unplanVisit(tx, id, doing), doing);
    },
  });
  command<ById, LockBody, HalfDayView>(door, {
    ...kept,
    url: '/api/v1/visits/:id/lock',
    summary: 'Sets a visit fast, so that no plan moves it, or lets it go',
    body: LockBody,
    run: async ({ tx, params: { id }, body: { locked }, ...who }) => {
      const doing = await doingOf(parts, { tx, ...who });
      return after(tx, await lockVisit(tx, { id, locked }, doing), doing);
    },
  });
  command<ById, MissedBody, HalfDayView>(door, {
    ...kept,
    policy: may.tellMissed,
    url: '/api/v1/visits/:id/missed',
    summary: 'Nobody came; the next try waits for a moment',
    body: MissedBody,
    run: async ({ tx, params: { id }, body: _body, ...who }) => {
      const doing = await doingOf(parts, { tx, ...who });
      return after(tx, await visitMissed(tx, id, doing), doing);
    },
  });
};

const offeringRoutes = (door: Door, parts: DayTreatmentParts): void => {
  command<ByOffer, AsideBody, PutAside>(door, {
    url: '/api/v1/visits/:id/offers/:offerId/aside',
    tag,
    summary: 'A moment that came free is not offered to this visit; it waits on',
    policy: may.plan,
    params: ByOffer,
    body: AsideBody,
    answer: PutAside,
    looks: putAsideLook,
    run: async ({ tx, params: { id: visitId, offerId }, body: _body, ...who }) => {
      const done = await putAside(tx, { id: offerId, visitId }, await doingOf(parts, { tx, ...who }));
      return done.ok ? ok({ id: done.value.id, visitId }) : done;
    },
  });
};

/** Runs the planner beside the server and keeps what it came to, in the name of who asked. */
const run = (door: Door, jobs: PlanJobs, begun: Begun, doing: Doing): void => {
  const { id, unitId } = begun.plan;
  jobs.start({
    ...{ id, unitId, asked: begun.proposal.asked },
    done: async (proposed) => {
      const acting = { actor: doing.actor.id, organisationId: doing.actor.organisationId };
      await door.database.transaction(acting, (tx) =>
        endPlan(tx, begun, proposed, { ...doing, now: door.clock.now() }),
      );
      door.committed();
    },
  });
};

const makingRoutes = (door: Door, parts: DayTreatmentParts, jobs: PlanJobs): void => {
  command<ById, PlansBody, PlanStarted>(door, {
    url: '/api/v1/day-rooms/:id/plans',
    tag,
    summary: 'Begins a plan of a room: who waits gets a moment, who must move gets another, the rest stays',
    policy: may.plan,
    params: ById,
    body: PlansBody,
    answer: PlanStarted,
    looks: nobody,
    run: async ({ tx, params: { id: unitId }, body: { from, until }, ...who }) => {
      const doing = await doingOf(parts, { tx, ...who });
      const begun = await beginPlan(tx, { unitId, from, until }, doing);
      if (!begun.ok) return begun;
      run(door, jobs, begun.value, doing);
      return ok({ planId: begun.value.plan.id });
    },
  });
  read<ById, unknown, DayPlan>(door, {
    url: '/api/v1/plans/:id',
    tag,
    summary: 'How far a plan is; when it is ready: its moves, who waits and why, and how good it is at least',
    policy: may.plan,
    params: ById,
    answer: DayPlan,
    looks: seenInPlan,
    run: async ({ tx, params: { id } }) => {
      // Asked before the row is read: what is kept a moment later is not taken for gone.
      const progress = jobs.progress(id);
      const plan = await planById(tx, id);
      return plan === null ? refuse({ code: 'plan-unknown' }) : ok(viewPlan(plan, progress));
    },
  });
};

const endingRoutes = (door: Door, parts: DayTreatmentParts, jobs: PlanJobs): void => {
  command<ById, PlanActBody, DayPlan>(door, {
    url: '/api/v1/plans/:id/cancel',
    tag,
    summary: 'A plan is not wanted any more; nothing changes',
    policy: may.plan,
    params: ById,
    body: PlanActBody,
    answer: DayPlan,
    looks: seenInPlan,
    run: async ({ tx, params: { id } }) => {
      const done = await cancelPlan(tx, id);
      if (!done.ok) return done;
      jobs.cancel(id);
      return ok(viewPlan(done.value, null));
    },
  });
  command<ById, PlanActBody, PlanTaken>(door, {
    url: '/api/v1/plans/:id/take',
    tag,
    summary: 'Takes a plan: each half-day is decided again; who does not fit any more is named with why',
    policy: may.plan,
    params: ById,
    body: PlanActBody,
    answer: PlanTaken,
    looks: changedByPlan,
    run: async ({ tx, params: { id }, body: _body, ...who }) => {
      const done = await takePlan(tx, id, await doingOf(parts, { tx, ...who }));
      if (!done.ok) return done;
      const { plan, kept, refused } = done.value;
      return ok({ plan: viewPlan(plan, null), kept: [...kept], refused: [...refused] });
    },
  });
};

/** Adds the routes of planning: one visit, and a room as a whole. */
export const planRoutes = (door: Door, parts: DayTreatmentParts): void => {
  const jobs = openPlanJobs((error) => door.app.log.error(error));
  door.app.addHook('onClose', () => jobs.stop());
  readingRoutes(door, parts);
  placingRoutes(door, parts);
  changingRoutes(door, parts);
  offeringRoutes(door, parts);
  makingRoutes(door, parts, jobs);
  endingRoutes(door, parts, jobs);
};
