import type { Product } from '#kernel/product.ts';
import type { Refusal } from '#kernel/refusal.ts';
import type {
  AskedPlace,
  Contradiction,
  GivenAdvice,
  Route,
  TriageAnswers,
  TriageInstrument,
  TriageOption,
  TriageOutcome,
  TriageProfile,
  TriageQuestion,
  TriageStanding,
  UsualAnswer,
  Weight,
} from '#modules/placement/types-triage.ts';
import { UNKNOWN } from '#modules/placement/types-triage.ts';
import { ROUTE_FACTS } from './triage-routes.ts';
import { TRIAGE_1 } from './triage-v1.ts';

/** The version that is asked now. */
export const TRIAGE_NOW: TriageInstrument = TRIAGE_1;

const INSTRUMENTS: readonly TriageInstrument[] = [TRIAGE_1];

/** A version of the tree; null when there never was one. */
export const instrumentOf = (version: number): TriageInstrument | null =>
  INSTRUMENTS.find((each) => each.version === version) ?? null;

/** What the six fields of a request say already. */
export const impliedAnswers = (instrument: TriageInstrument, profile: TriageProfile): TriageAnswers => ({
  ...instrument.implied[profile.reason],
  weight: profile.weight,
});

/** A question of the tree with its number, counted from 1; null when this version does not ask it. */
export const questionOf = (
  instrument: TriageInstrument,
  id: string,
): { readonly question: TriageQuestion; readonly number: number } | null => {
  const at = instrument.questions.findIndex((each) => each.id === id);
  const question = instrument.questions[at];
  return question === undefined ? null : { question, number: at + 1 };
};

/** Is this an answer one can give to this question of this version? */
export const isAnswer = (instrument: TriageInstrument, id: string, answer: string): boolean =>
  questionOf(instrument, id)?.question.options.some((option) => option.value === answer) ?? false;

const outcomeTo = (by: string, to: NonNullable<TriageOption['to']>): TriageOutcome => {
  const { product, law, contact } = ROUTE_FACTS[to.route];
  return { route: to.route, product, law, contact, by, reason: to.because };
};

/** Whatever the answer is, the tree ends here: nothing behind it needs to be asked while it is not known. */
const alwaysEnds = (options: readonly TriageOption[]): boolean =>
  options.every(({ value, to }) => value === UNKNOWN || to !== undefined);

/**
 * Walks the tree. What was answered comes before what is implied; a question without an answer, or with "I do not know",
 * is passed as if it led on, so that everything that must be asked comes out at once. It stops where an answer decides.
 */
export const standingOf = (
  instrument: TriageInstrument,
  profile: TriageProfile,
  answers: TriageAnswers,
): TriageStanding => {
  const known: TriageAnswers = { ...impliedAnswers(instrument, profile), ...answers };
  const open: string[] = [];
  const unknown: string[] = [];
  const asked = instrument.questions.filter(
    ({ when }) => when === undefined || known[when.question] === when.answer,
  );
  for (const { id, options } of asked) {
    const answer = known[id];
    if (answer === undefined) open.push(id);
    else if (answer === UNKNOWN) unknown.push(id);
    const to = options.find((option) => option.value === answer)?.to;
    if (to !== undefined && open.length === 0 && unknown.length === 0)
      return { open, unknown, outcome: outcomeTo(id, to) };
    if (to !== undefined || alwaysEnds(options)) break;
  }
  return { open, unknown, outcome: null };
};

/** The questions that must still be asked, in order: at most eight, fewer when a request says more. */
export const openQuestions = (
  instrument: TriageInstrument,
  profile: TriageProfile,
  answers: TriageAnswers,
): readonly TriageQuestion[] => {
  const { open } = standingOf(instrument, profile, answers);
  return instrument.questions.filter((question) => open.includes(question.id));
};

/** Where the answers lead: an outcome, `consult` when nobody knows a decisive answer, `open` when one is still to be asked. */
export const outcomeOf = (
  instrument: TriageInstrument,
  profile: TriageProfile,
  answers: TriageAnswers,
): TriageOutcome | 'open' | 'consult' => {
  const { open, outcome } = standingOf(instrument, profile, answers);
  if (outcome !== null) return outcome;
  return open.length > 0 ? 'open' : 'consult';
};

/** Answers that cannot both be true. What the fields of the request say counts too, unless it was answered otherwise. */
export const contradictions = (
  instrument: TriageInstrument,
  profile: TriageProfile,
  answers: TriageAnswers,
): readonly Contradiction[] => {
  const known: TriageAnswers = { ...impliedAnswers(instrument, profile), ...answers };
  return instrument.contradictions.filter(
    ({ question, answer, other, otherAnswer }) => known[question] === answer && known[other] === otherAnswer,
  );
};

/** The answer that is usual for this reason, to be confirmed; null when it must be chosen. */
export const usualAnswer = (
  instrument: TriageInstrument,
  profile: TriageProfile,
  question: TriageQuestion,
): UsualAnswer | null => instrument.usual[profile.reason]?.[question.id] ?? question.usual;

/** All answers of an ordinary case: nothing deviates from what the request asks. */
export const usualAnswers = (profile: TriageProfile): { question: string; answer: string }[] =>
  openQuestions(TRIAGE_NOW, profile, {}).flatMap((question) => {
    const usual = usualAnswer(TRIAGE_NOW, profile, question);
    return usual === null ? [] : [{ question: question.id, answer: usual.value }];
  });

/** Only how heavy the care is was not known: low or high settles that, and deviates from nothing. */
export const settlesWeight = (asked: AskedPlace, product: Product): boolean =>
  asked.reason === 'recovery' &&
  asked.weight === UNKNOWN &&
  (product === 'elv-low' || product === 'elv-high');

/** Is something else asked than what is advised? Then going on needs arguments. */
export const deviates = (asked: AskedPlace, advised: Pick<TriageOutcome, 'product'>): boolean =>
  advised.product === null || (advised.product !== asked.product && !settlesWeight(asked, advised.product));

/** How heavy the care is, once it is known what kind of place it will be; other kinds say nothing about it. */
export const settledWeight = (weight: Weight, product: Product): Weight => {
  if (product === 'elv-low') return 'low';
  return product === 'elv-high' ? 'high' : weight;
};

/** Answers that contradict each other as a refusal tells it: by the numbers of the questions. */
export const contradicted = (
  instrument: TriageInstrument,
  profile: TriageProfile,
  answers: TriageAnswers,
): Refusal<'triage-contradiction'> | null => {
  const [wrong] = contradictions(instrument, profile, answers);
  if (wrong === undefined) return null;
  const numberOf = (id: string): number => questionOf(instrument, id)?.number ?? 0;
  return {
    code: 'triage-contradiction',
    params: { question: numberOf(wrong.question), other: numberOf(wrong.other) },
  };
};

/** Everything that counts when a ward says yes. */
export interface Readiness {
  readonly asked: AskedPlace;
  readonly standing: TriageStanding;
  /** Outcomes from which was deviated with arguments. */
  readonly argued: readonly Route[];
  readonly advice: GivenAdvice | null;
}

/**
 * Is the triage far enough for a yes? Complete and not silently deviated from, or the specialist in elderly medicine
 * advised this place. How heavy the care is may still be settled by the ward itself.
 */
export const isReady = ({ asked, standing, argued, advice }: Readiness): boolean => {
  const { open, unknown, outcome } = standing;
  if (outcome !== null) return !deviates(asked, outcome) || argued.includes(outcome.route);
  if (advice !== null && ROUTE_FACTS[advice.route].product === asked.product) return true;
  return open.length === 0 && unknown.every((question) => question === 'weight');
};
