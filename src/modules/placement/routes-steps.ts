import type { z } from 'zod';
import { instantFromIso } from '#kernel/calendar.ts';
import { ById } from '#kernel/contract.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { type Result, refuse } from '#kernel/result.ts';
import type { Doing } from '#modules/capacity/index.ts';
import { doingOf } from '#modules/capacity/index.ts';
import type { AccessEvent } from '#platform/access-log/types.ts';
import { type Command, command, type Door } from '#platform/http/route.ts';
import { type Case, openCase } from './case.ts';
import * as contract from './contract.ts';
import { asks } from './doing.ts';
import { oneRequest } from './looks.ts';
import { placementPolicies as may } from './policy.ts';
import { type Answered, answered, type PlacementParts, tag } from './routes-answer.ts';
import { acceptOffer } from './service-accept.ts';
import { askAgain, proposeAlternative } from './service-alternative.ts';
import { chooseOffer } from './service-choice.ts';
import { reportNotArrived } from './service-lost.ts';
import { declineAlternative, refuseOffer, withdrawOffer } from './service-no.ts';
import { makeOffer, readOffer } from './service-offer.ts';
import { closeRequest, confirmArrival, type Ending, planAdmission } from './service-request.ts';

/** A step on a request or an offer: what it is, who may, and what it does. */
interface StepSpec<B> {
  readonly url: string;
  readonly summary: string;
  readonly policy: (typeof may)[keyof typeof may];
  readonly body: z.ZodType<B>;
  readonly bodyLimit?: number;
  /** What it does to the record; left out, it changes it. */
  readonly event?: AccessEvent;
  readonly run: (act: Command<ById, B>, doing: Doing) => Promise<Result<Case, Refusal>>;
}

/** Adds a step that answers with the request as it stands after it. */
export const stepRoute = <B>(
  door: Door,
  parts: PlacementParts,
  { run, event = 'change', ...spec }: StepSpec<B>,
): void => {
  command<ById, B, Answered>(door, {
    ...spec,
    tag,
    params: ById,
    answer: contract.RequestAnswer,
    looks: oneRequest(event),
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
      if (!found.ok) return found;
      if (!asks(found.value.request, doing)) return refuse({ code: 'request-unknown' });
      return makeOffer(act.tx, found.value, act.body, doing);
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
      const { doctor, placeId = null, product = null, arrivalFrom, extra } = act.body;
      const from = arrivalFrom === undefined ? null : instantFromIso(arrivalFrom);
      const role = act.actor.role === 'elderly-doctor' ? 'elderly-doctor' : 'ward';
      const beyond = extra === undefined ? null : ({ role, reason: extra.reason } as const);
      const yes = { doctor, placeId, product, arrivalFrom: from, extra: beyond };
      return acceptOffer(act.tx, act.params.id, yes, doing);
    },
  });
  stepRoute(door, parts, {
    url: '/api/v1/offers/:id/refuse',
    summary: 'No, with the coded reason',
    policy: may.answer,
    body: contract.RefuseBody,
    run: (act, doing) => refuseOffer(act.tx, act.params.id, act.body, parts.search.nextPlaces, doing),
  });
  stepRoute(door, parts, {
    url: '/api/v1/offers/:id/withdraw',
    summary: 'Takes a question back',
    policy: may.offer,
    body: contract.Nothing,
    run: (act, doing) => withdrawOffer(act.tx, act.params.id, doing),
  });
};

/** Kilometres are what people say; metres are what is kept. */
const endingOf = (body: z.infer<typeof contract.CloseRequestBody>): Ending => {
  if (body.reason === 'withdrawn') return body;
  if (body.reason === 'no-place') return { ...body, code: body.code ?? null };
  const { reason, place, km } = body;
  return { reason, place, metres: km === undefined ? null : Math.round(km * 1000) };
};

/** Adds what comes of an answer that is no plain yes or no: another date, and what who asked says to it or chooses. */
export const answerRoutes = (door: Door, parts: PlacementParts): void => {
  stepRoute(door, parts, {
    url: '/api/v1/offers/:id/alternative',
    summary: 'Yes, but from a later moment',
    policy: may.answer,
    body: contract.AlternativeBody,
    run: (act, doing) => {
      const { from, text } = act.body;
      return proposeAlternative(act.tx, act.params.id, { from: instantFromIso(from), text }, doing);
    },
  });
  stepRoute(door, parts, {
    url: '/api/v1/offers/:id/ask-again',
    summary: 'Agrees with the other date: the ward is asked again for it',
    policy: may.offer,
    body: contract.Nothing,
    run: (act, doing) => askAgain(act.tx, act.params.id, doing),
  });
  stepRoute(door, parts, {
    url: '/api/v1/offers/:id/decline',
    summary: 'Does not want the other date; the next is asked by itself',
    policy: may.offer,
    body: contract.Nothing,
    run: (act, doing) => declineAlternative(act.tx, act.params.id, parts.search.nextPlaces, doing),
  });
  stepRoute(door, parts, {
    url: '/api/v1/offers/:id/choose',
    summary: 'The person or family chooses this house among those who said yes',
    policy: may.offer,
    body: contract.Nothing,
    run: (act, doing) => chooseOffer(act.tx, act.params.id, doing),
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
    run: (act, doing) => closeRequest(act.tx, act.params.id, endingOf(act.body), doing),
  });
};
