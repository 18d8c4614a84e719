import type { z } from 'zod';
import { fill, type Sentence } from '#kernel/refusal.ts';
import type { Agreements } from '#modules/region/contract.ts';
import { regionRefusals } from '#modules/region/refusals.ts';
import {
  type AgreementRule,
  BOUNDS,
  faultsIn,
  type NumberRule,
  numberIn,
  withNumber,
} from '#modules/region/types.ts';

/** The rules as they cross the wire. */
export type Rules = z.infer<typeof Agreements>['current']['rules'];

/** What is being written: numbers as they are typed, the rest as chosen. */
export interface Draft {
  readonly validFrom: string;
  readonly typed: Readonly<Record<NumberRule, string>>;
  readonly chosen: Rules;
}

const NUMBER_RULES = Object.keys(BOUNDS) as NumberRule[];

/** A draft that begins with these rules. */
export const draftOf = (rules: Rules, validFrom: string): Draft => ({
  validFrom,
  chosen: rules,
  typed: Object.fromEntries(
    NUMBER_RULES.map((rule) => [rule, String(numberIn(rules, rule))]),
  ) as Draft['typed'],
});

const numberOf = (text: string): number => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : Number.NaN);

/** The rules a draft says; what is no number is none. */
export const rulesOfDraft = ({ typed, chosen }: Draft): Rules =>
  NUMBER_RULES.reduce<Rules>(
    (rules, rule) => withNumber(rules, rule, numberOf(typed[rule])) as Rules,
    chosen,
  );

const PHONE = /^(\+31|0)\d{9}$/;
const NO_PHONE: Sentence = {
  nl: 'Vul 10 cijfers in, bijvoorbeeld 0592-00 17 20.',
  en: 'Fill in 10 digits, for example 0592-00 17 20.',
};

/** What is wrong in a draft, per field, in words; the server says the same. */
export const draftFaults = (draft: Draft, today: string): Map<AgreementRule | 'validFrom', Sentence> => {
  const faults = new Map<AgreementRule | 'validFrom', Sentence>();
  for (const { rule, refusal } of faultsIn(rulesOfDraft(draft))) {
    const { title } = regionRefusals[refusal.code];
    faults.set(rule, { nl: fill(title.nl, refusal.params), en: fill(title.en, refusal.params) });
  }
  if (!PHONE.test(draft.chosen.deskPhone.replace(/[\s-]/g, ''))) faults.set('deskPhone', NO_PHONE);
  if (!(draft.validFrom >= today)) faults.set('validFrom', regionRefusals['agreement-day-past'].next);
  return faults;
};

/** The Monday after a day: agreements begin with a week. */
export const nextMonday = (today: string): string => {
  const at = new Date(`${today}T12:00:00Z`);
  at.setUTCDate(at.getUTCDate() + (8 - (at.getUTCDay() || 7)));
  return at.toISOString().slice(0, 10);
};
