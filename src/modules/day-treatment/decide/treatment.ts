import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Seat, Treatment } from '#modules/day-treatment/types.ts';
import type { OrderCode } from '#modules/day-treatment/types-codes.ts';
import type { TreatmentDraft } from './catalogue-v1.ts';

type TreatmentOwn = 'code' | 'group' | 'source' | 'emergency' | 'reaction' | 'preparation';

/** What a clinic sets differently from what stood there; absent stays as it was. */
export type TreatmentChange = {
  readonly [K in keyof Omit<TreatmentDraft, TreatmentOwn>]?: TreatmentDraft[K] | undefined;
};

/** How long somebody is there, in minutes. */
export const minutesOf = (treatment: Pick<Treatment, 'setUp' | 'running' | 'observation'>): number =>
  treatment.setUp + treatment.running + treatment.observation;

/** The chairs as they stood, made longer or shorter at the end; a chair nobody would reach falls away. */
const stretched = (seats: readonly Seat[], minutes: number): Seat[] => {
  const reached = seats.filter(({ from }) => from < minutes);
  return reached.map((seat, i) => (i === reached.length - 1 ? { ...seat, until: minutes } : seat));
};

/** One chair after the other without a gap, from the start to the end, and the set-up in the treatment room. */
const isSeated = (treatment: TreatmentDraft): boolean => {
  const { seats, setUp } = treatment;
  const first = seats[0];
  const follows = seats.every(
    (seat, i) => seat.from === (seats[i - 1]?.until ?? 0) && seat.until > seat.from,
  );
  const ends = seats.at(-1)?.until === minutesOf(treatment);
  return follows && ends && first?.room === 'treatment' && first.until >= setUp;
};

/** Only what the clinic said something about. */
const said = (change: TreatmentChange): Partial<TreatmentDraft> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));

/** The version a clinician signs: what stood there, changed, with the clinic's own steps. Nothing is signed without steps. */
export const decideTreatment = (
  before: TreatmentDraft,
  change: TreatmentChange,
  own: {
    readonly reaction: readonly string[];
    readonly emergency: readonly string[];
    /** What the person reads beforehand; nothing said leaves what stood there. */
    readonly preparation?: readonly string[];
  },
): Result<TreatmentDraft, Refusal<OrderCode>> => {
  const reaction = own.reaction.length === 0 ? before.reaction : own.reaction;
  const emergency = own.emergency.length === 0 ? before.emergency : own.emergency;
  if (reaction.length === 0 || emergency.length === 0) return refuse({ code: 'reaction-missing' });
  const preparation = own.preparation?.length ? own.preparation : before.preparation;
  const changed: TreatmentDraft = {
    ...{ ...before, ...said(change), reaction, emergency },
    ...(preparation === undefined ? {} : { preparation }),
  };
  const minutes = minutesOf(changed);
  const seats = change.seats ?? stretched(changed.seats, minutes);
  const signed = { ...changed, seats };
  return isSeated(signed) ? ok(signed) : refuse({ code: 'treatment-bounds', params: { minutes } });
};
