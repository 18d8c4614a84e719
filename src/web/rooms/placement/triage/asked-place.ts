import type { Product } from '#kernel/product.ts';
import {
  outcomeOf,
  type Reason,
  TRIAGE_NOW,
  type TriageAnswers,
  type TriageProfile,
  usualAnswers,
  type Weight,
} from '#modules/placement/types.ts';

/** Answers as the tree takes them. */
export const answersOf = (
  list: readonly { readonly question: string; readonly answer: string }[],
): TriageAnswers => Object.fromEntries(list.map(({ question, answer }) => [question, answer]));

/** Which kind of place a request in these words asks for: what its ordinary case leads to. */
export const askedProduct = (profile: TriageProfile): Product => {
  const outcome = outcomeOf(TRIAGE_NOW, profile, answersOf(usualAnswers(profile)));
  // Not known how heavy: then a place is sought where both are safe.
  return typeof outcome === 'string' ? 'elv-high' : (outcome.product ?? 'elv-high');
};

/** How one asks for a kind of place in the form: why, and how heavy when that decides. */
export const ASKS_FOR: Readonly<Record<Product, { readonly reason: Reason; readonly weight?: Weight }>> = {
  'elv-low': { reason: 'recovery', weight: 'low' },
  'elv-high': { reason: 'recovery', weight: 'high' },
  'elv-palliative': { reason: 'palliative' },
  'reo-observation': { reason: 'observation' },
  grz: { reason: 'rehabilitation' },
  'wlz-crisis': { reason: 'crisis' },
  respite: { reason: 'respite' },
};
