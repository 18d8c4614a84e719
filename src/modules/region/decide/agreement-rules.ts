import type { Refusal } from '#kernel/refusal.ts';
import type { Agreement, AgreementRules, RouteRules, RuleCode } from '#modules/region/types-agreement.ts';

/** A rule that is a number: minutes, houses or beds. A dot leads into the crisis route or the steps of the desk. */
export type NumberRule =
  | keyof RouteRules
  | `crisis.${keyof RouteRules}`
  | `searchMinutes.${keyof AgreementRules['searchMinutes']}`
  | 'choiceMinutes'
  | 'goneMinutes'
  | 'insurerMinutes'
  | 'reportMinutes'
  | 'consultMinutes'
  | 'oldAfterMinutes'
  | 'tooOldAfterMinutes'
  | 'silentAfterMinutes';

/** Every rule of the agreement. */
export type AgreementRule =
  | NumberRule
  | 'crisisForAll'
  | 'choice'
  | 'autoNext'
  | 'waitingList'
  | 'goneBed'
  | 'consultOrganisationId'
  | 'deskPhone';

/** A clock of the agreement: never shorter than an answer takes, never longer than a day. */
const CLOCK = { least: 5, most: 1440 };
/** A stretch that may take weeks: never a month. */
const STRETCH = { least: 1, most: 43_200 };

/** Between which whole numbers a rule lies; the database refuses the same. */
export const BOUNDS: Readonly<Record<NumberRule, { readonly least: number; readonly most: number }>> = {
  answerMinutes: CLOCK,
  holdMinutes: CLOCK,
  parallelOffers: { least: 1, most: 20 },
  heldOffers: { least: 0, most: 20 },
  'crisis.answerMinutes': CLOCK,
  'crisis.holdMinutes': CLOCK,
  'crisis.parallelOffers': { least: 1, most: 20 },
  'crisis.heldOffers': { least: 0, most: 20 },
  choiceMinutes: CLOCK,
  goneMinutes: CLOCK,
  'searchMinutes.crisis': STRETCH,
  'searchMinutes.today': STRETCH,
  'searchMinutes.within-72-hours': STRETCH,
  'searchMinutes.planned': STRETCH,
  insurerMinutes: STRETCH,
  reportMinutes: STRETCH,
  consultMinutes: CLOCK,
  oldAfterMinutes: STRETCH,
  tooOldAfterMinutes: STRETCH,
  silentAfterMinutes: STRETCH,
};

type Nested = Readonly<Record<string, unknown>>;

/** The number that stands in a rule. */
export const numberIn = (rules: AgreementRules, rule: NumberRule): number => {
  const [first = '', second] = rule.split('.');
  const found = (rules as unknown as Nested)[first];
  return Number(second === undefined ? found : (found as Nested)[second]);
};

/** The same rules with another number in one of them. */
export const withNumber = (rules: AgreementRules, rule: NumberRule, value: number): AgreementRules => {
  const [first = '', second] = rule.split('.');
  if (second === undefined) return { ...rules, [first]: value };
  return { ...rules, [first]: { ...((rules as unknown as Nested)[first] as Nested), [second]: value } };
};

/** The rules of a version, without its day and its desk. */
export const rulesIn = (agreement: Agreement): AgreementRules => ({
  holdMinutes: agreement.holdMinutes,
  answerMinutes: agreement.answerMinutes,
  parallelOffers: agreement.parallelOffers,
  heldOffers: agreement.heldOffers,
  crisis: agreement.crisis,
  crisisForAll: agreement.crisisForAll,
  choice: agreement.choice,
  choiceMinutes: agreement.choiceMinutes,
  autoNext: agreement.autoNext,
  waitingList: agreement.waitingList,
  goneBed: agreement.goneBed,
  goneMinutes: agreement.goneMinutes,
  searchMinutes: agreement.searchMinutes,
  insurerMinutes: agreement.insurerMinutes,
  reportMinutes: agreement.reportMinutes,
  consultMinutes: agreement.consultMinutes,
  consultOrganisationId: agreement.consultOrganisationId,
  oldAfterMinutes: agreement.oldAfterMinutes,
  tooOldAfterMinutes: agreement.tooOldAfterMinutes,
  silentAfterMinutes: agreement.silentAfterMinutes,
  deskPhone: agreement.deskPhone,
});

/** A rule that cannot be as it is, and why. */
export interface RuleFault {
  readonly rule: AgreementRule;
  readonly refusal: Refusal<RuleCode>;
}

const outOfBounds = (rules: AgreementRules): RuleFault[] =>
  (Object.keys(BOUNDS) as NumberRule[]).flatMap((rule) => {
    const value = numberIn(rules, rule);
    const { least, most } = BOUNDS[rule];
    const fits = Number.isInteger(value) && value >= least && value <= most;
    return fits ? [] : [{ rule, refusal: { code: 'rule-out-of-bounds', params: { least, most } } }];
  });

/** Who chooses needs the beds until the choice is made, in a crisis too. */
const routeFaults = (rules: AgreementRules, route: '' | 'crisis.'): RuleFault[] => {
  const { holdMinutes, answerMinutes, heldOffers, parallelOffers } = route === '' ? rules : rules.crisis;
  const choosing = rules.choice === 'person' ? rules.choiceMinutes : 0;
  const least = answerMinutes + choosing;
  const code = choosing > 0 ? 'hold-too-short-for-choice' : 'hold-too-short';
  const hold: RuleFault = { rule: `${route}holdMinutes`, refusal: { code, params: { least } } };
  const held: RuleFault = {
    rule: `${route}heldOffers`,
    refusal: { code: 'held-too-many', params: { most: parallelOffers } },
  };
  return [...(holdMinutes < least ? [hold] : []), ...(heldOffers > parallelOffers ? [held] : [])];
};

const orderFaults = (rules: AgreementRules): RuleFault[] => {
  const { oldAfterMinutes, tooOldAfterMinutes, insurerMinutes, reportMinutes } = rules;
  const tooOld: RuleFault = {
    rule: 'tooOldAfterMinutes',
    refusal: { code: 'too-old-too-early', params: { least: oldAfterMinutes } },
  };
  const report: RuleFault = {
    rule: 'reportMinutes',
    refusal: { code: 'report-too-early', params: { least: insurerMinutes } },
  };
  return [
    ...(tooOldAfterMinutes <= oldAfterMinutes ? [tooOld] : []),
    ...(reportMinutes <= insurerMinutes ? [report] : []),
  ];
};

/** What in these rules cannot be, one fault a rule; nothing when they can stand. */
export const faultsIn = (rules: AgreementRules): RuleFault[] => {
  const bounds = outOfBounds(rules);
  const clashes = [...routeFaults(rules, ''), ...routeFaults(rules, 'crisis.'), ...orderFaults(rules)];
  return [...bounds, ...clashes.filter(({ rule }) => !bounds.some((fault) => fault.rule === rule))];
};
