import type { Instant } from '#kernel/interval.ts';
import type { Consent, ConsentPurpose, Receiver } from '#modules/people/types-consent.ts';

type Yes = Pick<Consent, 'purpose' | 'receiverOrg' | 'receiverKind' | 'explicit' | 'givenAt' | 'revokedAt'>;

const stands = ({ givenAt, revokedAt }: Yes, now: Instant): boolean =>
  givenAt <= now && (revokedAt === null || revokedAt > now);

/** Is this receiver meant? Welfare is never meant by a yes that does not name it. */
const means = ({ receiverOrg, receiverKind }: Yes, receiver: Receiver): boolean => {
  if (receiverOrg !== null) return receiverOrg === receiver.organisationId;
  return receiverKind === null ? receiver.kind !== 'welfare' : receiverKind === receiver.kind;
};

/** The yes on which something may be shared with this receiver for this purpose now; null when there is none. */
export const mayShare = <C extends Yes>(
  consents: readonly C[],
  purpose: ConsentPurpose,
  receiver: Receiver,
  now: Instant,
): C | null =>
  consents.find(
    (each) =>
      each.purpose === purpose &&
      stands(each, now) &&
      means(each, receiver) &&
      (receiver.kind !== 'welfare' || each.explicit),
  ) ?? null;
