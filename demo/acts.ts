import type { FigureSource } from '#kernel/freshness.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result } from '#kernel/result.ts';
import { closePlaces, confirmUnit, departFromPlace, moveExpectedEnd } from '#modules/capacity/index.ts';
import type { Claim, ClosureReason, Destination } from '#modules/capacity/types.ts';
import type { PersonEntry } from '#modules/people/types.ts';
import {
  acceptOffer,
  closeRequest,
  confirmArrival,
  dueSteps,
  followCapacity,
  makeOffer,
  type NextPlaces,
  openCase,
  readOffer,
  refuseOffer,
  sendRequest,
  takeDueStep,
} from '#modules/placement/index.ts';
import { type OfferRefusal, type Origin, TRIAGE_NOW, usualAnswers } from '#modules/placement/types.ts';
import type { Professional } from '#modules/region/types.ts';
import { beginStay, followStay } from '#modules/stay/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { rows } from '#platform/db/sql.ts';
import type { WrittenEntry } from '#platform/diary/diary.ts';
import { advise } from './advise.ts';
import { siteOfUnit } from './beds.ts';
import { type Ending, endingFor } from './endings.ts';
import type { Cast } from './professionals.ts';
import type { Stage } from './stage.ts';
import type { Story } from './stories.ts';

type Value<T> = T extends { readonly ok: true; readonly value: infer V } ? V : never;
/** A request with all its offers, as the placement room answers. */
export type Case = Value<Awaited<ReturnType<typeof openCase>>>;
/** One provider asked for one request. */
export type CaseOffer = Case['offers'][number];
type Answer<T> = Promise<Result<T, Refusal>>;

/** Where and by whom things are done. */
export interface World {
  readonly stage: Stage;
  readonly cast: Cast;
  /** Where else a request fits, when a ward says no. */
  readonly nextPlaces: NextPlaces;
}

const deskOf = (world: World): Professional => {
  const [first] = world.cast.anyOf(['desk']);
  if (first === undefined) throw new Error('the practice region has no desk');
  return first;
};

/** A question for a place, ready to be sent. */
export interface Question {
  readonly by: Professional;
  readonly person: PersonEntry;
  readonly story: Story;
  readonly origin: Origin;
  readonly wantedFrom: Instant;
  readonly placeIds: readonly string[];
}

/** Somebody asks for a place; without places the desk looks for one. */
export const ask = (world: World, at: Instant, question: Question): Answer<Case> =>
  world.stage.act(question.by, at, (tx, doing) => {
    const { story, person, by } = question;
    const { reason, weight, urgency, needs, traits, remarks, wish } = story;
    return sendRequest(
      tx,
      {
        person,
        profile: {
          reason,
          weight,
          urgency,
          needs,
          traits,
          language: null,
          legalTitle: null,
          uzovi: null,
          origin: question.origin,
        },
        wantedFrom: question.wantedFrom,
        callbackPhone: by.phone ?? '',
        remarks,
        wish,
        homePc4: person.pc4,
        partnerPc4: traits.includes('partner') ? person.pc4 : null,
        areaPc4: null,
        placeIds: question.placeIds,
        candidates: [],
        askNext: true,
        second: true,
        triage: { version: TRIAGE_NOW.version, answers: usualAnswers({ reason, weight }), deviation: '' },
      },
      world.nextPlaces,
      doing,
    );
  });

/** The desk asks a ward for a request that waits. */
export const offer = (world: World, at: Instant, requestId: string, placeId: string): Answer<Case> =>
  world.stage.act(deskOf(world), at, async (tx, doing) => {
    const found = await openCase(tx, requestId);
    return found.ok ? makeOffer(tx, found.value, { placeId, hold: true }, doing) : found;
  });

/** A question at a ward, as far as answering needs it. */
export type Asked = Pick<CaseOffer, 'id' | 'unitId' | 'requestId'>;

/** The ward opens the question. */
export const read = (world: World, at: Instant, asked: Asked): Answer<Case> =>
  world.stage.act(world.cast.ward(asked.unitId), at, (tx, doing) => readOffer(tx, asked.id, doing));

/** The ward says yes, in the name of its doctor. */
export const sayYes = async (
  world: World,
  at: Instant,
  asked: Asked,
  answer: {
    readonly request: Pick<Case['request'], 'weight' | 'product'>;
    readonly arrivalFrom: Instant | null;
  },
): Answer<Case> => {
  if (answer.request.weight === 'unknown') await advise(world, at, asked.requestId);
  return world.stage.act(world.cast.ward(asked.unitId), at, (tx, doing) => {
    const { request, arrivalFrom } = answer;
    const product = request.weight === 'unknown' ? request.product : null;
    const yes = {
      doctor: world.cast.doctor(siteOfUnit(asked.unitId).organisationId),
      placeId: null,
      product,
      arrivalFrom,
      extra: null,
    };
    return acceptOffer(tx, asked.id, yes, doing);
  });
};

/** The ward says no, with its reason. */
export const sayNo = (
  world: World,
  at: Instant,
  asked: Asked,
  no: { code: OfferRefusal; text: string },
): Answer<Case> =>
  world.stage.act(world.cast.ward(asked.unitId), at, (tx, doing) =>
    refuseOffer(tx, asked.id, no, world.nextPlaces, doing),
  );

/** What nobody answered or chose in time runs out, of one request when one is named. Answers how many. */
export const runOut = (world: World, at: Instant, requestId: string | null = null): Answer<number> =>
  world.stage.act(deskOf(world), at, async (tx, doing) => {
    const due = (await dueSteps(tx, doing)).filter(
      (step) => requestId === null || step.requestId === requestId,
    );
    for (const step of due) await takeDueStep(tx, step, world.nextPlaces, doing);
    return ok(due.length);
  });

/** The request as it is now, as the desk sees it. */
export const seeCase = (world: World, at: Instant, requestId: string): Answer<Case> =>
  world.stage.act(deskOf(world), at, (tx) => openCase(tx, requestId));

/** The person is there, and the stay begins. */
export const arrive = (world: World, at: Instant, accepted: Omit<Asked, 'id'>): Answer<Case> =>
  world.stage.act(world.cast.ward(accepted.unitId), at, async (tx, doing) => {
    const here = await confirmArrival(tx, accepted.requestId, at, doing);
    if (here.ok) await beginStay(tx, accepted.requestId, doing);
    return here;
  });

/** The request ends without a stay. */
export const giveUp = (
  world: World,
  at: Instant,
  requestId: string,
  reason: Ending['reason'],
): Answer<Case> =>
  world.stage.act(deskOf(world), at, async (tx, doing) => {
    const found = await openCase(tx, requestId);
    if (!found.ok) return found;
    return closeRequest(tx, requestId, endingFor(reason, found.value.request.code), doing);
  });

const lineOf = (
  event: string,
  claim: Pick<Claim, 'id'>,
  at: Instant,
  body: Record<string, unknown>,
): WrittenEntry => ({
  at,
  room: 'capacity',
  event,
  subject: claim.id,
  unitId: null,
  organisationId: null,
  actor: '',
  body,
  xid: '0',
  id: 0,
});

/** A claim on a place of a ward; the version is read where it is used. */
export interface Stay {
  readonly claimId: string;
  readonly unitId: string;
}

const versionOf = async (tx: Tx, claimId: string): Promise<number> => {
  const [row] = await rows<{ version: number }>(tx, 'select version from capacity_claim_view where id = $1', [
    claimId,
  ]);
  return row?.version ?? 0;
};

/** The ward expects somebody to leave at another moment; who was planned behind loses the bed and is told. */
export const expectEnd = async (
  world: World,
  at: Instant,
  stay: Stay,
  end: { readonly until: Instant; readonly latest: Instant | null },
): Answer<readonly Claim[]> => {
  const moved = await world.stage.act(world.cast.ward(stay.unitId), at, async (tx, doing) =>
    moveExpectedEnd(tx, { claimId: stay.claimId, version: await versionOf(tx, stay.claimId), ...end }, doing),
  );
  if (!moved.ok) return moved;
  for (const lost of moved.value.displaced) await follow(world, at, lineOf('displaced', lost, at, {}));
  return ok(moved.value.displaced);
};

/** What a change of beds means for the request behind it, as the running house would follow it. */
const follow = (world: World, at: Instant, line: WrittenEntry): Answer<null> =>
  world.stage.act(deskOf(world), at, async (tx, doing) => {
    await followCapacity(tx, line, world.nextPlaces, doing);
    return ok(null);
  });

/** Somebody leaves; the bed is cleaned. */
export const leave = async (
  world: World,
  at: Instant,
  stay: Stay,
  how: { readonly destination: Destination; readonly cleaningMinutes: number },
): Answer<Claim> => {
  const line = lineOf('left', { id: stay.claimId }, at, { until: at, destination: how.destination });
  const left = await world.stage.act(world.cast.ward(stay.unitId), at, async (tx, doing) => {
    const version = await versionOf(tx, stay.claimId);
    const gone = await departFromPlace(tx, { claimId: stay.claimId, version, at, ...how }, doing);
    if (gone.ok) await followStay(tx, line, doing);
    return gone;
  });
  if (left.ok) await follow(world, at, line);
  return left;
};

/** "Klopt nog" of a ward: a tap, a link of its record system, or what it said to the desk on the telephone. */
export const confirm = (
  world: World,
  at: Instant,
  unitIds: readonly string[],
  source: FigureSource,
): Answer<null> => {
  const [first] = unitIds;
  if (first === undefined) return Promise.resolve(ok(null));
  const who = source === 'phone' ? deskOf(world) : world.cast.ward(first);
  return world.stage.act(who, at, async (tx, doing) => {
    for (const unitId of unitIds) {
      const confirmed = await confirmUnit(tx, unitId, source, doing);
      if (!confirmed.ok) return confirmed;
    }
    return ok(null);
  });
};

/** The ward closes a bed, or one without saying which. */
export const shut = (
  world: World,
  at: Instant,
  closed: {
    readonly unitId: string;
    readonly placeId: string | null;
    readonly reason: ClosureReason;
    readonly until: Instant;
  },
): Answer<unknown> =>
  world.stage.act(world.cast.ward(closed.unitId), at, (tx, doing) =>
    closePlaces(tx, { ...closed, places: 1, from: at }, doing),
  );
