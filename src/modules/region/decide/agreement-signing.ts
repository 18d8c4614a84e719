import type { Day } from '#kernel/calendar.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type {
  Agreement,
  AgreementRules,
  AgreementStanding,
  AgreementVersion,
  Organisation,
  RegionCode,
  Signature,
} from '#modules/region/types.ts';
import { agreementOn } from './agreement.ts';
import { changesIn } from './agreement-changes.ts';
import { faultsIn, rulesIn } from './agreement-rules.ts';

type Refused = Refusal<RegionCode>;

/** How a version stands on a day, beside the others. */
export const standingOf = (
  version: AgreementVersion,
  versions: readonly AgreementVersion[],
  today: Day,
): AgreementStanding => {
  const now = agreementOn(versions, today);
  const passed = now !== null && version.validFrom < now.validFrom;
  if (version.adoptedAt === null) return passed ? 'overtaken' : 'proposed';
  if (version.id === now?.id) return 'in-force';
  return passed ? 'past' : 'to-come';
};

/** The agreement a version follows: the last that everybody signed and that begins before its day; null for the first. */
export const followedBy = (
  versions: readonly AgreementVersion[],
  version: Pick<Agreement, 'validFrom'>,
): AgreementVersion | null =>
  agreementOn(
    versions.filter((each) => each.validFrom < version.validFrom),
    version.validFrom,
  );

/** The parties that have not signed this version yet. */
export const mustStillSign = (
  organisations: readonly Organisation[],
  signatures: readonly Signature[],
): Organisation[] =>
  organisations.filter(
    ({ id, party }) => party && !signatures.some(({ organisationId }) => organisationId === id),
  );

/** May these rules be proposed from this day on? Answers which proposal of that day it takes the place of. */
export const decideProposal = (
  proposal: { readonly rules: AgreementRules; readonly validFrom: Day },
  among: {
    readonly versions: readonly AgreementVersion[];
    /** What counts when nothing was agreed before that day. */
    readonly otherwise: Agreement;
    readonly today: Day;
  },
): Result<{ readonly replaces: string | null }, Refused> => {
  const { validFrom, rules } = proposal;
  if (validFrom < among.today) return refuse({ code: 'agreement-day-past' });
  const sameDay = among.versions.find((each) => each.validFrom === validFrom);
  if (sameDay !== undefined && sameDay.adoptedAt !== null) return refuse({ code: 'agreement-day-taken' });
  const [fault] = faultsIn(rules);
  if (fault !== undefined) return refuse(fault.refusal);
  const before = followedBy(among.versions, proposal) ?? among.otherwise;
  if (changesIn(rulesIn(before), rules, () => '').length === 0) return refuse({ code: 'agreement-same' });
  return ok({ replaces: sameDay?.id ?? null });
};

/** May this organisation sign, and does its name make the agreement whole? Signing twice changes nothing. */
export const decideSignature = (
  version: AgreementVersion,
  organisationId: string,
  among: {
    readonly versions: readonly AgreementVersion[];
    readonly organisations: readonly Organisation[];
    /** Those below this version. */
    readonly signatures: readonly Signature[];
    readonly today: Day;
  },
): Result<{ readonly signs: boolean; readonly adopts: boolean }, Refused> => {
  if (!among.organisations.some(({ id, party }) => party && id === organisationId))
    return refuse({ code: 'not-a-party' });
  const standing = standingOf(version, among.versions, among.today);
  if (standing === 'overtaken' || standing === 'past') return refuse({ code: 'agreement-overtaken' });
  const missing = mustStillSign(among.organisations, among.signatures);
  return ok({
    signs: missing.some(({ id }) => id === organisationId),
    adopts: version.adoptedAt === null && missing.every(({ id }) => id === organisationId),
  });
};

/** A proposal can be taken back until everybody has signed. */
export const decideWithdrawal = (version: AgreementVersion): Result<AgreementVersion, Refused> =>
  version.adoptedAt === null ? ok(version) : refuse({ code: 'agreement-adopted' });
