import type { Product } from '#kernel/product.ts';
import type { Sentence } from '#kernel/refusal.ts';

/** Why a place is asked. */
export const REASONS = [
  'recovery',
  'observation',
  'palliative',
  'crisis',
  'respite',
  'rehabilitation',
] as const;
export type Reason = (typeof REASONS)[number];

/** How heavy the care is; `unknown` asks the specialist in elderly medicine to think along, and blocks nothing. */
export const WEIGHTS = ['low', 'high', 'unknown'] as const;
export type Weight = (typeof WEIGHTS)[number];

/** Where the tree can lead: a place of the region, or somebody next door who must be called. */
export const ROUTES = [
  'elv-low',
  'elv-high',
  'elv-palliative',
  'reo-observation',
  'grz',
  'wlz-crisis',
  'wmo-respite',
  'doctor-first',
  'hospital',
  'ggz-crisis',
  'wlz-placement',
  'wlz-talk',
  'hospice',
  'home-with-nursing',
] as const;
export type Route = (typeof ROUTES)[number];

/** Which law pays: health insurance, long-term care, or social support. */
export const LAWS = ['zvw', 'wlz', 'wmo'] as const;
export type Law = (typeof LAWS)[number];

/** Who answers the telephone next door. */
export const CONTACTS = [
  'doctor',
  'hospital',
  'ggz-crisis',
  'wlz-desk',
  'hospice',
  'home-care',
  'wmo-desk',
] as const;
export type ContactKind = (typeof CONTACTS)[number];

/** The answer that says nothing yet and asks the specialist in elderly medicine. */
export const UNKNOWN = 'unknown';

/** One answer one can give. With `to` the tree ends here, and the sentence says why. */
export interface TriageOption {
  readonly value: string;
  readonly words: Sentence;
  readonly to?: { readonly route: Route; readonly because: Sentence };
}

/** What is said when the usual answer is right, to be confirmed with all others at once. */
export interface UsualAnswer {
  readonly value: string;
  readonly words: Sentence;
}

/** A question of the tree. With `when` it is asked only after that answer. */
export interface TriageQuestion {
  readonly id: string;
  readonly words: Sentence;
  readonly why: Sentence;
  readonly options: readonly TriageOption[];
  /** Null: nobody can confirm this unseen. */
  readonly usual: UsualAnswer | null;
  readonly when?: { readonly question: string; readonly answer: string };
}

/** Two answers that cannot both be true. */
export interface Contradiction {
  readonly question: string;
  readonly answer: string;
  readonly other: string;
  readonly otherAnswer: string;
}

/** Answers by question. */
export type TriageAnswers = Readonly<Record<string, string>>;

/** One version of the decision tree: asked in this order, and never changed once it was used. */
export interface TriageInstrument {
  readonly version: number;
  readonly questions: readonly TriageQuestion[];
  readonly contradictions: readonly Contradiction[];
  /** What the six fields of a request say already. */
  readonly implied: Readonly<Record<Reason, TriageAnswers>>;
  /** Where the usual answer is another one for this reason. */
  readonly usual: Readonly<Partial<Record<Reason, Readonly<Record<string, UsualAnswer>>>>>;
}

/** What of a request the tree knows already. */
export interface TriageProfile {
  readonly reason: Reason;
  readonly weight: Weight;
}

/** What of a request is asked: enough to see whether that is what is advised. */
export interface AskedPlace extends TriageProfile {
  readonly product: Product;
}

/** Where the tree leads, and why. */
export interface TriageOutcome {
  readonly route: Route;
  /** The kind of place; null: no place of this region, but the one next door. */
  readonly product: Product | null;
  readonly law: Law;
  /** Whom to call for it; null: a place of this region. */
  readonly contact: ContactKind | null;
  /** The question whose answer decided. */
  readonly by: string;
  readonly reason: Sentence;
}

/** How far the tree is: what must still be asked, what nobody knows, and where it leads when both are empty. */
export interface TriageStanding {
  readonly open: readonly string[];
  readonly unknown: readonly string[];
  readonly outcome: TriageOutcome | null;
}

/** What a route is called and means, whatever the answers. */
export interface RouteFacts {
  readonly words: Sentence;
  readonly product: Product | null;
  readonly law: Law;
  readonly contact: ContactKind | null;
}

/** The advice of the specialist in elderly medicine, as far as deciding needs it. */
export interface GivenAdvice {
  readonly route: Route;
}
