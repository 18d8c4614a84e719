import type { Instant } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Urgency } from '#kernel/urgency.ts';
import type { Doing } from '#modules/capacity/index.ts';
import {
  type Admitted,
  admittedOn,
  isRunning,
  type NextPlaces,
  type SentRequest,
  sendRequest,
} from '#modules/placement/index.ts';
import { TRIAGE_NOW, usualAnswers } from '#modules/placement/types.ts';
import type { Tx } from '#platform/db/database.ts';
import { record } from '#platform/diary/diary.ts';
import { ASKED_AS, remarksOf } from './decide/retriage.ts';
import { stayLine } from './doing.ts';
import { lockStay, wishesOf } from './store.ts';
import { answersOf, insertRetriage, retriageOf } from './store-answer.ts';
import { medicationOf } from './store-observation.ts';
import type { Stay } from './types.ts';

type Outcome<T> = Promise<Result<T, Refusal>>;

/** What who asks for a place for longer chooses; everything else is known. */
export interface Wanted {
  readonly product: Product;
  readonly urgency: Urgency;
  readonly wantedFrom: Instant;
  /** Whom to ask at once; the desk when empty. */
  readonly placeIds: readonly string[];
  /** The house confirms the ordinary answers of the triage for this care; otherwise the desk asks. */
  readonly usualTriage: boolean;
  /** In other words than the answer has. */
  readonly remarks: string | null;
  readonly wish: string | null;
}

const composed = async (tx: Tx, stay: Stay): Promise<string> => {
  const { question } = await wishesOf(tx, stay.id);
  const [newest] = await answersOf(tx, stay.id);
  const boxes = newest?.boxes ?? { seen: '', finding: '', advice: '', followUp: '' };
  return remarksOf(question?.text ?? null, boxes, await medicationOf(tx, stay.id));
};

const phoneOf = (stay: Stay, { region }: Doing): string => {
  const unit = region.units.find(({ id }) => id === stay.unitId);
  const site = region.sites.find(({ id }) => id === unit?.siteId);
  return unit?.phone || site?.phone || '';
};

const triageFor = ({ product, usualTriage }: Wanted): SentRequest['triage'] =>
  usualTriage
    ? { version: TRIAGE_NOW.version, answers: usualAnswers(ASKED_AS[product]), deviation: '' }
    : null;

/** What stays as it was asked the first time: what somebody needs, how they are, where they live. */
const profileFrom = ({ request }: Admitted, { product, urgency }: Wanted) => {
  const { needs, traits, language, legalTitle, uzovi } = request;
  const origin = 'other' as const;
  return { ...ASKED_AS[product], urgency, origin, needs, traits, language, legalTitle, uzovi };
};

/**
 * Home is not possible: the house asks for a place for longer, with everything filled in that is known. Beside the stay that
 * still runs; one at a time.
 */
export const sendRetriage = async (
  tx: Tx,
  stayId: string,
  wanted: Wanted,
  find: NextPlaces,
  doing: Doing,
): Outcome<string> => {
  const stay = await lockStay(tx, stayId);
  if (stay === null) return refuse({ code: 'stay-unknown' });
  if (stay.endedAt !== null) return refuse({ code: 'stay-over' });
  const before = await retriageOf(tx, stayId);
  if (before !== null && (await isRunning(tx, before.requestId))) return refuse({ code: 'retriage-running' });
  const admitted = await admittedOn(tx, stay.requestId);
  if (admitted === null) throw new Error(`nobody arrived on the request of stay ${stay.id}`);
  const { homePc4 = null, partnerPc4 = null, areaPc4 = null, wish = '' } = admitted.open ?? {};
  const sent = await sendRequest(
    tx,
    {
      person: { id: stay.personId },
      profile: profileFrom(admitted, wanted),
      wantedFrom: wanted.wantedFrom,
      callbackPhone: phoneOf(stay, doing),
      remarks: wanted.remarks ?? (await composed(tx, stay)),
      wish: wanted.wish ?? wish,
      ...{ homePc4, partnerPc4, areaPc4 },
      placeIds: wanted.placeIds,
      candidates: [],
      askNext: true,
      triage: triageFor(wanted),
      // The stay itself is a request that runs.
      second: true,
    },
    find,
    doing,
  );
  if (!sent.ok) return sent;
  const requestId = sent.value.request.id;
  await insertRetriage(tx, { stayId, requestId, at: doing.now, actor: doing.actor.id });
  await record(tx, [
    stayLine(doing, 'retriaged', stay, { newRequestId: requestId, product: wanted.product }),
  ]);
  return ok(requestId);
};
