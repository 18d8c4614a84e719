import type { KindCode } from './kinds.ts';
import type { Fit, Need } from './need.ts';
import { NEEDS_V1 } from './needs-v1.ts';
import { isNear, plainOf, stemOf, wordsOf } from './plain.ts';

/** A need that was heard in a question, by which of its words, and how surely: 1 is as it was said. */
export interface HeardNeed {
  readonly need: Need;
  readonly by: string;
  readonly surety: number;
}

interface Phrase {
  readonly need: Need;
  readonly text: string;
  readonly stems: readonly string[];
  /** Only one word of it tells something (“niet meer leven”): then it counts only as it was said. */
  readonly asSaid: boolean;
}

const PHRASES: readonly Phrase[] = NEEDS_V1.flatMap((need) =>
  need.words.map((text) => {
    const stems = wordsOf(text).map(stemOf);
    return { need, text, stems, asSaid: stems.length === 1 && plainOf(text).includes(' ') };
  }),
).filter(({ stems }) => stems.length > 0);

/** Words the needs are said in: who typed one of these did not mistype another. */
const KNOWN: ReadonlySet<string> = new Set(PHRASES.flatMap(({ stems }) => stems));

const EXACT = 1;
const PART = 0.8;
const TYPED_WRONG = 0.7;

/** How well a word of a question is a word of a need: the same, a compound that begins with it, or mistyped. */
const likeness = (said: string, stem: string): number => {
  if (said === stem) return EXACT;
  if (stem.length >= 4 && said.startsWith(stem)) return PART;
  if (KNOWN.has(said) || stem.length < 5 || said[0] !== stem[0]) return 0;
  return isNear(said, stem, stem.length >= 8 ? 2 : 1) ? TYPED_WRONG : 0;
};

/** How surely a phrase stands in a question; every word of it must. More words are surer than one. */
const suretyOf = (phrase: Phrase, said: readonly string[], plain: string): number => {
  if (phrase.asSaid) return ` ${plain} `.includes(` ${plainOf(phrase.text)} `) ? EXACT : 0;
  let sum = 0;
  for (const stem of phrase.stems) {
    const best = Math.max(0, ...said.map((word) => likeness(word, stem)));
    if (best === 0) return 0;
    sum += best;
  }
  return (sum / phrase.stems.length) * (1 + 0.25 * (phrase.stems.length - 1));
};

/** So many needs are heard in one question at most. */
const MOST = 4;
/** Beside what was said plainly, what was half heard is noise. */
const BESIDE_THE_BEST = 0.6;

/** What somebody needs, from their own words; the surest first, none when nothing was recognised. */
export const needsIn = (question: string): readonly HeardNeed[] => {
  const said = wordsOf(question).map(stemOf);
  const plain = plainOf(question);
  const best = new Map<string, HeardNeed>();
  for (const phrase of PHRASES) {
    const surety = suretyOf(phrase, said, plain);
    const before = best.get(phrase.need.code);
    if (surety > 0 && surety > (before?.surety ?? 0))
      best.set(phrase.need.code, { need: phrase.need, by: phrase.text, surety });
  }
  const heard = [...best.values()].sort((a, b) => b.surety - a.surety);
  const least = (heard[0]?.surety ?? 0) * BESIDE_THE_BEST;
  return heard.filter(({ surety }) => surety >= least).slice(0, MOST);
};

/** A kind of help that may answer, how well, and for which need. */
export interface WantedKind {
  readonly kind: KindCode;
  readonly weight: number;
  readonly fit: Fit;
  readonly need: string;
}

/** The kinds of help that may answer what was heard, each once at its best. */
export const kindsFor = (heard: readonly HeardNeed[]): readonly WantedKind[] => {
  const best = new Map<KindCode, WantedKind>();
  for (const { need, surety } of heard)
    for (const [code, fit] of Object.entries(need.kinds)) {
      const kind = code as KindCode;
      const weight = fit * Math.min(1, surety);
      if (weight > (best.get(kind)?.weight ?? 0)) best.set(kind, { kind, weight, fit, need: need.code });
    }
  return [...best.values()].sort((a, b) => b.weight - a.weight);
};
