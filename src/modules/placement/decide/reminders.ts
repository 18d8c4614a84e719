import type { Instant } from '#kernel/interval.ts';
import type { Offer, Request } from '#modules/placement/types.ts';
import { dueAt, type SearchRules } from './request.ts';

/** What a quiet reminder is about. */
export const REMINDERS = ['not-read', 'alternative-waits', 'search-over', 'arrival-open'] as const;
export type ReminderKind = (typeof REMINDERS)[number];

/** Something that waits for somebody who may not have seen it. Names nobody. */
export interface Reminder {
  /** The same for the same reminder, whenever it is asked: it is sent once. */
  readonly key: string;
  readonly kind: ReminderKind;
  readonly requestId: string;
  readonly code: string;
  /** Whom it reaches: an organisation, and its ward when one is meant. */
  readonly organisationId: string;
  readonly unitId: string | null;
  /** Until when the step must be done; null when that passed or was not agreed. */
  readonly dueAt: Instant | null;
}

const toWard = (request: Request, offer: Offer, kind: ReminderKind, due: Instant): Reminder => ({
  key: `${kind}:${offer.id}:${due}`,
  kind,
  requestId: request.id,
  code: request.code,
  organisationId: offer.organisationId,
  unitId: offer.unitId,
  dueAt: due,
});

/** Half of the answering time has gone and nobody looked. */
const notRead = (request: Request, offers: readonly Offer[], now: Instant): Reminder[] =>
  offers
    .filter(({ state, readAt }) => state === 'open' && readAt === null)
    .filter(({ sentAt, answerBy }) => now >= sentAt + (answerBy - sentAt) / 2 && now < answerBy)
    .map((offer) => toWard(request, offer, 'not-read', offer.answerBy));

/** A house can, from another moment: who asked must say whether that will do. */
const alternativeWaits = (request: Request, offers: readonly Offer[], now: Instant): Reminder[] =>
  offers
    .filter(({ state, answerBy }) => state === 'alternative' && now < answerBy)
    .map((offer) => ({
      ...toWard(request, offer, 'alternative-waits', offer.answerBy),
      organisationId: request.referrerOrg,
      unitId: null,
    }));

const pastDue = (
  request: Request,
  offers: readonly Offer[],
  rules: SearchRules & { readonly deskOrganisationId: string },
  now: Instant,
): Reminder[] => {
  const due = dueAt(request, offers, rules);
  if (due === null || due > now) return [];
  if (request.state === 'searching') {
    const { id: requestId, code } = request;
    const key = `search-over:${requestId}:${due}`;
    const desk = { organisationId: rules.deskOrganisationId, unitId: null };
    return [{ key, kind: 'search-over', requestId, code, ...desk, dueAt: null }];
  }
  const yes = offers.find(({ state }) => state === 'accepted');
  if (request.state !== 'accepted' || yes === undefined) return [];
  return [{ ...toWard(request, yes, 'arrival-open', due), dueAt: null }];
};

/** Which quiet reminders a request asks for at a moment: at most one of a kind to one reader. */
export const remindersOf = (
  request: Request,
  offers: readonly Offer[],
  rules: SearchRules & { readonly deskOrganisationId: string },
  now: Instant,
): Reminder[] => [
  ...notRead(request, offers, now),
  ...alternativeWaits(request, offers, now),
  ...pastDue(request, offers, rules, now),
];
