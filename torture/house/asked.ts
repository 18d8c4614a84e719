import { usualAnswers } from '#modules/placement/types.ts';

/** A request in its six fields to these beds; `mark` is found back in the database. */
export const requestBody = (mark: string, placeIds: readonly string[]) => ({
  reason: 'recovery',
  weight: 'high',
  person: { name: `Oefen ${mark}`, birthDate: '1941-05-02', sex: 'female' },
  callbackPhone: '0592-00 17 20',
  remarks: mark,
  offers: placeIds.map((placeId) => ({ placeId })),
  second: true,
  triage: { version: 1, answers: usualAnswers({ reason: 'recovery', weight: 'high' }) },
});

/** What the torture reads of a request that was answered. */
export interface Sent {
  readonly id: string;
  readonly offers: readonly { readonly id: string }[];
}

/** The request in an answer. */
export const sentIn = (body: Readonly<Record<string, unknown>>): Sent => body['request'] as Sent;
