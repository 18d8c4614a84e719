import { isBirthDate } from '#kernel/age-band.ts';
import type { Day } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Sex } from '#modules/people/types.ts';
import type { WarmWay } from '#modules/social/types.ts';
import { momentTyped } from '#web/i18n/typed-moment.ts';
import { readDay } from '#web/rooms/placement/request/person.ts';

/** Somebody the organisation knows already. */
export interface KnownPerson {
  readonly id: string;
  readonly name: string;
  readonly birthDate: Day;
}

/** A referral as typed so far. */
export interface ReferDraft {
  readonly known: KnownPerson | null;
  readonly name: string;
  /** Of somebody who is not known yet. */
  readonly birthDate: string;
  readonly sex: Sex | null;
  readonly phone: string;
  readonly question: string;
  readonly yes: boolean;
  readonly warm: WarmWay;
  readonly warmAt: string;
}

/** What can be wrong with a referral. */
export type ReferField = 'name' | 'birthDate' | 'sex' | 'phone' | 'question' | 'yes' | 'warmAt';

/** A form in which only the question may stand already, as somebody typed it at the door. */
export const emptyDraft = (question: string): ReferDraft => ({
  ...{ known: null, name: '', birthDate: '', sex: null, phone: '', question, yes: false },
  ...{ warm: 'receiver-calls', warmAt: '' },
});

const isPhone = (text: string): boolean => /^(\+31|0)\d{9}$/.test(text.replace(/[\s-]/g, ''));

const personFaults = (draft: ReferDraft, today: Day): ReferField[] => {
  if (draft.known !== null) return [];
  const born = readDay(draft.birthDate);
  return [
    ...(draft.name.trim() === '' ? (['name'] as const) : []),
    ...(born !== null && isBirthDate(born, today) ? [] : (['birthDate'] as const)),
    ...(draft.sex === null ? (['sex'] as const) : []),
    ...(isPhone(draft.phone) ? [] : (['phone'] as const)),
  ];
};

/** Which fields are missing or wrong, in the order of the form. */
export const faultsIn = (
  draft: ReferDraft,
  { today, now, zone }: { readonly today: Day; readonly now: Instant; readonly zone: string },
): readonly ReferField[] => {
  const at = momentTyped(draft.warmAt, zone);
  return [
    ...personFaults(draft, today),
    ...(draft.question.trim() === '' ? (['question'] as const) : []),
    ...(draft.warmAt !== '' && (at === null || at < now) ? (['warmAt'] as const) : []),
    ...(draft.yes ? [] : (['yes'] as const)),
  ];
};

/** What is sent of a draft without faults. */
export const referBody = (draft: ReferDraft, service: string, zone: string) => {
  const at = momentTyped(draft.warmAt, zone);
  const { known, name, sex, phone, question, yes, warm } = draft;
  const person =
    known === null
      ? { name: name.trim(), birthDate: readDay(draft.birthDate) ?? '', sex: sex ?? 'unknown', phone }
      : { id: known.id };
  return {
    ...{ service, person, question: question.trim(), yes, warm },
    warmAt: at === null ? null : new Date(at).toISOString(),
  };
};
