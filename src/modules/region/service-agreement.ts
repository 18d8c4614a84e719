import { type Day, isoFromInstant, localDay } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { record } from '#platform/diary/diary.ts';
import type { Actor } from '#platform/http/actor.ts';
import type { Agreements, AgreementVersionView } from './contract-agreement.ts';
import { agreementOn, startingAgreement } from './decide/agreement.ts';
import { changesIn } from './decide/agreement-changes.ts';
import { rulesIn } from './decide/agreement-rules.ts';
import {
  decideProposal,
  decideSignature,
  decideWithdrawal,
  followedBy,
  mustStillSign,
  standingOf,
} from './decide/agreement-signing.ts';
import { REGION_ZONE } from './service.ts';
import { loadAgreements, loadOrganisations, loadProfessionals } from './store.ts';
import {
  adoptVersion,
  agreeAlone,
  deleteProposal,
  loadSignatures,
  putSignatures,
} from './store-agreement.ts';
import { putAgreements } from './store-write.ts';
import type {
  Agreement,
  AgreementRules,
  AgreementVersion,
  Organisation,
  Professional,
  RegionCode,
  Signature,
} from './types.ts';

type Answer = Promise<Result<Agreements, Refusal<RegionCode>>>;

/** Who does something about the agreement, and when. */
export interface Agreeing {
  readonly actor: Actor;
  readonly now: Instant;
}

/** Everything about the agreement, as the tables hold it. */
interface Table {
  readonly today: Day;
  readonly versions: readonly AgreementVersion[];
  readonly signatures: readonly Signature[];
  readonly organisations: readonly Organisation[];
  readonly professionals: readonly Professional[];
  /** What counts today. */
  readonly current: Agreement;
}

const readTable = async (tx: Tx, now: Instant): Promise<Result<Table, Refusal<RegionCode>>> => {
  const today = localDay(now, REGION_ZONE);
  const versions = await loadAgreements(tx);
  const organisations = await loadOrganisations(tx);
  const current = agreementOn(versions, today) ?? startingAgreement(organisations, today);
  if (current === null) return refuse({ code: 'region-not-ready' });
  const signatures = await loadSignatures(tx);
  return ok({
    today,
    versions,
    signatures,
    organisations,
    professionals: await loadProfessionals(tx),
    current,
  });
};

const named = ({ id, name }: Organisation): { id: string; name: string } => ({ id, name });
const byName = (a: Organisation, b: Organisation): number => a.name.localeCompare(b.name, 'nl');
const nameIn = (table: Table) => (id: string) =>
  table.organisations.find((each) => each.id === id)?.name ?? '';
const below = (table: Table, id: string): Signature[] =>
  table.signatures.filter(({ agreementId }) => agreementId === id);

const viewOf = (table: Table, version: AgreementVersion): AgreementVersionView => {
  const before = followedBy(table.versions, version);
  const signatures = below(table, version.id);
  return {
    id: version.id,
    validFrom: version.validFrom,
    standing: standingOf(version, table.versions, table.today),
    rules: rulesIn(version),
    proposedAt: isoFromInstant(version.proposedAt),
    proposedBy: table.professionals.find(({ id }) => id === version.proposedBy)?.name ?? null,
    adoptedAt: version.adoptedAt === null ? null : isoFromInstant(version.adoptedAt),
    signatures: signatures.map(({ organisationId, name, signedAt }) => ({
      party: { id: organisationId, name: nameIn(table)(organisationId) },
      name,
      signedAt: isoFromInstant(signedAt),
    })),
    missing: mustStillSign(table.organisations, signatures).toSorted(byName).map(named),
    changes: before === null ? [] : changesIn(rulesIn(before), rulesIn(version), nameIn(table)),
  };
};

const advisersIn = ({ organisations, professionals }: Table): Organisation[] =>
  organisations.filter(({ id }) =>
    professionals.some((each) => each.role === 'elderly-doctor' && each.organisationId === id),
  );

const agreementsIn = (table: Table): Agreements => ({
  today: table.today,
  current: {
    id: table.versions.find((each) => each === table.current)?.id ?? null,
    validFrom: table.current.validFrom,
    rules: rulesIn(table.current),
  },
  desk: nameIn(table)(table.current.deskOrganisationId),
  parties: table.organisations
    .filter(({ party }) => party)
    .toSorted(byName)
    .map(named),
  advisers: advisersIn(table).toSorted(byName).map(named),
  versions: table.versions.toReversed().map((version) => viewOf(table, version)),
});

/** The agreement that counts and every version of it. Read past the cache: who just signed sees their own name. */
export const readAgreements = async (tx: Tx, now: Instant): Answer => {
  const table = await readTable(tx, now);
  return table.ok ? ok(agreementsIn(table.value)) : table;
};

const tell = (tx: Tx, event: string, subject: string, { actor, now }: Agreeing): Promise<void> =>
  record(tx, [
    {
      at: now,
      room: 'region',
      event,
      subject,
      unitId: null,
      organisationId: actor.organisationId,
      actor: actor.id,
      body: {},
    },
  ]);

/** Proposes rules from a day on; a proposal for the same day makes room for it, with its signatures. */
export const proposeAgreement = async (
  tx: Tx,
  proposal: { readonly rules: AgreementRules; readonly validFrom: Day },
  by: Agreeing,
): Answer => {
  await agreeAlone(tx);
  const table = await readTable(tx, by.now);
  if (!table.ok) return table;
  const { versions, current, today } = table.value;
  const { consultOrganisationId } = proposal.rules;
  const adviser = advisersIn(table.value).some(({ id }) => id === consultOrganisationId);
  if (consultOrganisationId !== null && !adviser) return refuse({ code: 'adviser-unknown' });
  const decided = decideProposal(proposal, { versions, otherwise: current, today });
  if (!decided.ok) return decided;
  if (decided.value.replaces !== null) await deleteProposal(tx, decided.value.replaces);
  const id = newId();
  const { deskOrganisationId } = current;
  await putAgreements(tx, [
    {
      ...proposal.rules,
      id,
      validFrom: proposal.validFrom,
      deskOrganisationId,
      proposedAt: by.now,
      proposedBy: by.actor.id,
      adoptedAt: null,
    },
  ]);
  await tell(tx, 'agreement-proposed', id, by);
  return readAgreements(tx, by.now);
};

/** Signs for the organisation one acts for; the last party's name makes it the agreement. */
export const signAgreement = async (tx: Tx, id: string, by: Agreeing): Answer => {
  await agreeAlone(tx);
  const table = await readTable(tx, by.now);
  if (!table.ok) return table;
  const { versions, organisations, today } = table.value;
  const version = versions.find((each) => each.id === id);
  if (version === undefined) return refuse({ code: 'agreement-unknown' });
  const { organisationId, id: signedBy, name } = by.actor;
  const among = { versions, organisations, signatures: below(table.value, id), today };
  const decided = decideSignature(version, organisationId, among);
  if (!decided.ok) return decided;
  if (decided.value.signs) {
    await putSignatures(tx, [{ agreementId: id, organisationId, signedAt: by.now, signedBy, name }]);
    await tell(tx, 'agreement-signed', id, by);
  }
  if (decided.value.adopts) {
    await adoptVersion(tx, id, by.now);
    await tell(tx, 'agreement-adopted', id, by);
  }
  return readAgreements(tx, by.now);
};

/** Takes a proposal back; it leaves no trace but the diary's. */
export const withdrawAgreement = async (tx: Tx, id: string, by: Agreeing): Answer => {
  await agreeAlone(tx);
  const version = (await loadAgreements(tx)).find((each) => each.id === id);
  if (version === undefined) return refuse({ code: 'agreement-unknown' });
  const decided = decideWithdrawal(version);
  if (!decided.ok) return decided;
  await deleteProposal(tx, id);
  await tell(tx, 'agreement-withdrawn', id, by);
  return readAgreements(tx, by.now);
};
