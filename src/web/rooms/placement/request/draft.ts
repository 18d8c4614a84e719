import type { z } from 'zod';
import {
  type Day,
  daysBetween,
  instantOf,
  isDay,
  isoFromInstant,
  localDay,
  plusDays,
} from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { LegalTitle } from '#kernel/limits.ts';
import type { Property } from '#kernel/product.ts';
import type { Asked, RequestBody } from '#modules/placement/contract.ts';
import {
  type Origin,
  type Reason,
  TRIAGE_NOW,
  type Trait,
  type TriageAnswers,
  type Urgency,
  type Weight,
} from '#modules/placement/types.ts';
import { type PersonDraft, type PersonFault, personFaults, readBsn, readDay, readPc4 } from './person.ts';

/** When the place is wanted, as the form asks it. */
export type When = 'today' | 'tomorrow' | 'date';

/**
 * What one chip tells: the trait a ward must know of, and the property without which a place does not fit. A wound or a
 * partner who comes along rules nothing out by itself; special wound care and a room for two have a chip of their own.
 */
const MARK_MEANS = {
  'fall-risk': { trait: 'fall-risk' },
  dementia: { trait: 'dementia' },
  isolation: { trait: 'mrsa', need: 'isolation' },
  oxygen: { trait: 'oxygen', need: 'oxygen' },
  wound: { trait: 'wound' },
  lift: { trait: 'lift', need: 'lift' },
  restless: { trait: 'restless' },
  partner: { trait: 'partner' },
  'single-room': { need: 'single-room' },
  'closed-ward': { need: 'closed-ward' },
  bariatric: { need: 'bariatric' },
  'couple-room': { need: 'couple-room' },
  'wound-care': { need: 'wound-care' },
  'two-person-care': { need: 'two-person-care' },
  'iv-therapy': { need: 'iv-therapy' },
  'tube-feeding': { need: 'tube-feeding' },
} as const satisfies Record<string, { readonly trait?: Trait; readonly need?: Property }>;

/** Something special about the person, one tap each. */
export type Mark = keyof typeof MARK_MEANS;

/** All marks in the order of the chips, what is asked most first. */
export const MARKS = Object.keys(MARK_MEANS) as readonly Mark[];

/** The trait or, without one, the property a mark stands for: that is what its chip says. */
export const markMeans = (mark: Mark): { readonly trait?: Trait; readonly need?: Property } =>
  MARK_MEANS[mark];

/** A request while it is being written. Lives in memory only, never in the storage of the browser. */
export interface Draft {
  readonly person: PersonDraft;
  readonly origin: Origin;
  readonly reason: Reason | null;
  readonly weight: Weight | null;
  readonly when: When;
  /** ISO day, used when `when` is `date`. */
  readonly day: string;
  readonly phone: string;
  readonly wish: string;
  readonly marks: readonly Mark[];
  readonly language: string;
  /** On which ground, when a closed ward is needed; null: not known yet. */
  readonly legalTitle: LegalTitle | null;
  /** The insurer as typed: four digits, or nothing. */
  readonly uzovi: string;
  readonly remarks: string;
  /** Answers to the decision tree, and why one goes on against it. Empty: later. */
  readonly triage: { readonly answers: TriageAnswers; readonly deviation: string };
  /** The unit that was chosen by hand; null takes the best. */
  readonly unitId: string | null;
  /** Units asked at the same time as the chosen one. */
  readonly also: readonly string[];
  /** A second request for this person, on purpose. */
  readonly second: boolean;
}

/** An empty draft. The desk is called from anywhere, a transfer nurse always asks from the hospital. */
export const emptyDraft = (phone: string, origin: Origin): Draft => ({
  person: { name: '', birthDate: '', sex: null, pc4: '', bsn: '' },
  origin,
  reason: null,
  weight: null,
  when: 'today',
  day: '',
  phone,
  wish: '',
  marks: [],
  language: '',
  legalTitle: null,
  uzovi: '',
  remarks: '',
  triage: { answers: {}, deviation: '' },
  unitId: null,
  also: [],
  second: false,
});

/** What can be wrong with a draft: the field and what is the matter with it. */
export type Fault =
  | PersonFault
  | { readonly field: 'reason' | 'weight'; readonly code: 'missing' }
  | { readonly field: 'day'; readonly code: 'missing' | 'past' }
  | { readonly field: 'uzovi'; readonly code: 'wrong' }
  | { readonly field: 'phone'; readonly code: 'missing' | 'short' | 'wrong' };

const dayFault = (draft: Draft, today: Day): Fault[] => {
  if (draft.when !== 'date') return [];
  if (!isDay(draft.day)) return [{ field: 'day', code: 'missing' }];
  return daysBetween(today, draft.day) < 0 ? [{ field: 'day', code: 'past' }] : [];
};

const phoneFault = (text: string): Fault[] => {
  const digits = text.replaceAll(/[\s-]/g, '');
  if (digits === '') return [{ field: 'phone', code: 'missing' }];
  if (/^(\+31|0)\d{9}$/.test(digits)) return [];
  return [{ field: 'phone', code: /^(\+31|0)\d{0,8}$/.test(digits) ? 'short' : 'wrong' }];
};

const UZOVI = /^\d{4}$/;

const uzoviFault = (typed: string): Fault[] =>
  typed.trim() === '' || UZOVI.test(typed.trim()) ? [] : [{ field: 'uzovi', code: 'wrong' }];

/** What is missing or wrong, in the order of the form. */
export const faultsOf = (draft: Draft, today: Day): Fault[] => [
  ...personFaults(draft.person, today),
  ...(draft.reason === null ? [{ field: 'reason', code: 'missing' } as const] : []),
  ...(draft.weight === null ? [{ field: 'weight', code: 'missing' } as const] : []),
  ...dayFault(draft, today),
  ...phoneFault(draft.phone),
  ...uzoviFault(draft.uzovi),
];

/** The area a wish names, and whether it is where the partner lives: `dicht bij dochter, 9406`. */
export const areaOf = (wish: string): { readonly pc4: string; readonly partner: boolean } | null => {
  const pc4 = /(?<!\d)[1-9]\d{3}(?!\d)/.exec(wish)?.[0];
  if (pc4 === undefined) return null;
  return { pc4, partner: /\b(partner|echtgeno\w*|haar man|zijn vrouw|husband|wife)\b/i.test(wish) };
};

const wantedDay = (draft: Draft, today: Day): Day => {
  if (draft.when === 'tomorrow') return plusDays(today, 1);
  return draft.when === 'date' && isDay(draft.day) && daysBetween(today, draft.day) > 0 ? draft.day : today;
};

const urgencyOf = (draft: Draft, ahead: number): Urgency => {
  if (ahead > 3) return 'planned';
  if (ahead > 0) return 'within-72-hours';
  return draft.reason === 'crisis' ? 'crisis' : 'today';
};

/** A day that is not today begins when the morning begins. */
const MORNING = 8 * 60;

/** What can be searched with already, without saying for whom; null until it is clear why and how heavy. */
export const askedOf = (draft: Draft, now: Instant, zone: string): z.input<typeof Asked> | null => {
  if (draft.reason === null || draft.weight === null) return null;
  const today = localDay(now, zone);
  const day = wantedDay(draft, today);
  const ahead = daysBetween(today, day);
  const area = areaOf(draft.wish);
  const means = draft.marks.map(markMeans);
  return {
    reason: draft.reason,
    weight: draft.weight,
    origin: draft.origin,
    urgency: urgencyOf(draft, ahead),
    ...(ahead > 0 ? { wantedFrom: isoFromInstant(instantOf(day, MORNING, zone)) } : {}),
    needs: means.flatMap(({ need }) => need ?? []),
    traits: means.flatMap(({ trait }) => trait ?? []),
    language: draft.language.trim() === '' ? null : draft.language.trim(),
    legalTitle: draft.marks.includes('closed-ward') ? draft.legalTitle : null,
    uzovi: UZOVI.test(draft.uzovi.trim()) ? draft.uzovi.trim() : null,
    sex: draft.person.sex,
    homePc4: readPc4(draft.person.pc4),
    partnerPc4: area?.partner === true ? area.pc4 : null,
    areaPc4: area?.partner === false ? area.pc4 : null,
  };
};

const triageOf = ({ triage: { answers, deviation } }: Draft): Pick<z.input<typeof RequestBody>, 'triage'> => {
  const given = Object.entries(answers).map(([question, answer]) => ({ question, answer }));
  if (given.length === 0) return {};
  return { triage: { version: TRIAGE_NOW.version, answers: given, deviation: deviation.trim() } };
};

/** The request as it is sent; null while `faultsOf` still finds something. Without places the desk arranges it. */
export const bodyOf = (
  draft: Draft,
  places: readonly string[],
  now: Instant,
  zone: string,
): z.input<typeof RequestBody> | null => {
  const asked = askedOf(draft, now, zone);
  const birthDate = readDay(draft.person.birthDate);
  const { sex } = draft.person;
  if (asked === null || birthDate === null || sex === null) return null;
  // The search must know it beforehand; what is sent tells it with the person.
  const { sex: _, ...sent } = asked;
  return {
    ...sent,
    person: {
      name: draft.person.name.trim(),
      birthDate,
      sex,
      bsn: draft.person.bsn.trim() === '' ? null : readBsn(draft.person.bsn),
      pc4: readPc4(draft.person.pc4),
    },
    callbackPhone: draft.phone.trim(),
    remarks: draft.remarks.trim(),
    wish: draft.wish.trim(),
    offers: places.map((placeId) => ({ placeId })),
    ...triageOf(draft),
    second: draft.second,
  };
};

/** How many of the six questions are answered, for who comes back to a call that was put aside. */
export const answeredOf = (draft: Draft, today: Day): number =>
  [
    personFaults(draft.person, today).length === 0,
    draft.reason !== null,
    draft.weight !== null,
    dayFault(draft, today).length === 0,
    phoneFault(draft.phone).length === 0,
    draft.marks.length > 0 || draft.remarks.trim() !== '' || draft.wish.trim() !== '',
  ].filter(Boolean).length;
