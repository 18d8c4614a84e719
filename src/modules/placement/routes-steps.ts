import type { z } from 'zod';
import { instantFromIso } from '#kernel/calendar.ts';
import type { Refusal } from '#kernel/refusal.ts';
import type { Result } from '#kernel/result.ts';
import type { Doing } from '#modules/capacity/index.ts';
import { type Command, command, type Door } from '#platform/http/route.ts';
import { type Case, openCase } from './case.ts';
import * as contract from './contract.ts';
import { placementPolicies as may } from './policy.ts';
import { type Answered, answered, ById, doingOf, type PlacementParts, tag } from './routes-answer.ts';
import { acceptOffer } from './service-accept.ts';
import { makeOffer, readOffer, refuseOffer, withdrawOffer } from './service-offer.ts';
import { closeRequest, confirmArrival, planAdmission, reportNotArrived } from './service-request.ts';

/** A step on a request or an offer: what it is, who may, and what it does. */
interface StepSpec<B> {
  readonly url: string;
  readonly summary: string;
  readonly policy: (typeof may)[keyof typeof may];
  readonly body: z.ZodType<B>;
  readonly run: (act: Command<ById, B>, doing: Doing) => Promise<Result<Case, Refusal>>;
}

const stepRoute = <B>(door: Door, parts: PlacementParts, { run, ...spec }: StepSpec<B>): void => {
  command<ById, B, Answered>(door, {
    ...spec,
    tag,
    params: ById,
    answer: contract.RequestAnswer,
    run: async (act) => {
      const doing = await doingOf(parts, act);
      const done = await run(act, doing);
      return done.ok ? answered(act.tx, done.value.request.id, doing) : done;
    },
  });
};

/** Adds the steps on an offer: ask, read, yes, no, take back. */
export const offerRoutes = (door: Door, parts: PlacementParts): void => {
  stepRoute(door, parts, {
    url: '/api/v1/requests/:id/offers',
    summary: 'Asks one more provider',
    policy: may.offer,
    body: contract.OfferBody,
    run: async (act, doing) => {
      const found = await openCase(act.tx, act.params.id);
      return found.ok ? makeOffer(act.tx, found.value, act.body, doing) : found;
    },
  });
  stepRoute(door, parts, {
    url: '/api/v1/offers/:id/read',
    summary: 'The ward has seen the question',
    policy: may.answer,
    body: contract.Nothing,
    run: (act, doing) => readOffer(act.tx, act.params.id, doing),
  });
  stepRoute(door, parts, {
    url: '/api/v1/offers/:id/accept',
    summary: 'Yes: the place is reserved',
    policy: may.answer,
    body: contract.AcceptBody,
    run: (act, doing) => {
      const { doctor, placeId = null, product = null, arrivalFrom } = act.body;
      const from = arrivalFrom === undefined ? null : instantFromIso(arrivalFrom);
      return acceptOffer(act.tx, act.params.id, { doctor, placeId, product, arrivalFrom: from }, doing);
    },
  });
  stepRoute(door, parts, {
    url: '/api/v1/offers/:id/refuse',
    summary: 'No, with the coded reason',
    policy: may.answer,
    body: contract.RefuseBody,
    run: (act, doing) => refuseOffer(act.tx, act.params.id, act.body, doing),
  });
  stepRoute(door, parts, {
    url: '/api/v1/offers/:id/withdraw',
    summary: 'Takes a question back',
    policy: may.offer,
    body: contract.Nothing,
    run: (act, doing) => withdrawOffer(act.tx, act.params.id, doing),
  });
};

/** Adds the steps on a request: plan, arrived, not arrived, close. */
export const requestStepRoutes = (door: Door, parts: PlacementParts): void => {
  stepRoute(door, parts, {
    url: '/api/v1/requests/:id/plan',
    summary: 'Plans the admission at another moment',
    policy: may.plan,
    body: contract.PlanBody,
    run: (act, doing) => planAdmission(act.tx, act.params.id, instantFromIso(act.body.arrivalFrom), doing),
  });
  stepRoute(door, parts, {
    url: '/api/v1/requests/:id/arrival',
    summary: 'The person is here: responsibility passes',
    policy: may.arrive,
    body: contract.ArrivalBody,
    run: (act, doing) => {
      const at = act.body.at === undefined ? act.now : instantFromIso(act.body.at);
      return confirmArrival(act.tx, act.params.id, at, doing);
    },
  });
  stepRoute(door, parts, {
    url: '/api/v1/requests/:id/not-arrived',
    summary: 'Planned, and not come',
    policy: may.plan,
    body: contract.Nothing,
    run: (act, doing) => reportNotArrived(act.tx, act.params.id, doing),
  });
  stepRoute(door, parts, {
    url: '/api/v1/requests/:id/close',
    summary: 'Ends the request without a stay here',
    policy: may.close,
    body: contract.CloseRequestBody,
    run: (act, doing) => closeRequest(act.tx, act.params.id, act.body.reason, doing),
  });
};
