import { localDay, plusDays, weekdayOf } from '#kernel/calendar.ts';
import { DAY, HOUR, type Instant } from '#kernel/interval.ts';
import { CAUTIOUS, REGION_ZONE } from '#modules/region/index.ts';
import type { AgreementVersion, Signature } from '#modules/region/types.ts';
import { fixedId } from './fixed-id.ts';
import { ORGANISATIONS, organisationId } from './organisations.ts';
import { PROFESSIONALS } from './professionals.ts';

/** Who have put their name below the proposal when the region is opened; the others are still to read it. */
const SIGNED_ALREADY = ['loket', 'esdoorn', 'noorderbrink', 'de-es'].map(organisationId);
const SIGNING = ['gp', 'transfer-nurse', 'desk', 'ward'];
const PARTIES = ORGANISATIONS.filter(({ party }) => party).map(({ id }) => id);

const proposedBy = PROFESSIONALS.find(({ role }) => role === 'region-manager')?.id ?? 'practice';

/** The agreement the practice region works by, signed by all before its first day; consult is given at Veldzicht. */
export const practiceAgreement = (now: Instant, daysBack: number): AgreementVersion => {
  const signed = now - (daysBack + 7) * DAY;
  return {
    id: fixedId('agreement', 1),
    validFrom: plusDays(localDay(now, REGION_ZONE), -daysBack),
    ...CAUTIOUS,
    holdMinutes: 45,
    answerMinutes: 45,
    parallelOffers: 3,
    heldOffers: 2,
    consultOrganisationId: organisationId('veldzicht'),
    deskOrganisationId: organisationId('loket'),
    deskPhone: '0592-00 41 00',
    proposedAt: signed - 14 * DAY,
    proposedBy,
    adoptedAt: signed,
  };
};

/** A shorter answer deadline from next Monday, on the table. */
const proposalAfter = (current: AgreementVersion, now: Instant): AgreementVersion => {
  const today = localDay(now, REGION_ZONE);
  return {
    ...current,
    id: fixedId('agreement', 2),
    validFrom: plusDays(today, 8 - weekdayOf(today)),
    answerMinutes: 30,
    proposedAt: now - 2 * DAY,
    adoptedAt: null,
  };
};

/** One signs for each, an hour after the other; `last` is when the last did. */
const signaturesOf = (version: AgreementVersion, parties: readonly string[], last: Instant): Signature[] =>
  parties.flatMap((id, n) => {
    const who = PROFESSIONALS.find(
      ({ organisationId: works, role }) => works === id && SIGNING.includes(role),
    );
    if (who === undefined) return [];
    const signedAt = last - (parties.length - 1 - n) * HOUR;
    return [{ agreementId: version.id, organisationId: id, signedAt, signedBy: who.id, name: who.name }];
  });

/** All versions of the practice region with who signed them. */
export const practiceVersions = (
  now: Instant,
  daysBack: number,
): { versions: AgreementVersion[]; signatures: Signature[] } => {
  const current = practiceAgreement(now, daysBack);
  const proposal = proposalAfter(current, now);
  return {
    versions: [current, proposal],
    signatures: [
      ...signaturesOf(current, PARTIES, current.adoptedAt ?? now),
      ...signaturesOf(proposal, SIGNED_ALREADY, now - DAY),
    ],
  };
};
