import { isoFromInstant } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Region } from '#modules/region/types.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { record } from '#platform/diary/diary.ts';
import type { ConsentBody, ConsentList } from './contract-consent.ts';
import { person } from './service.ts';
import { relatedTo } from './store.ts';
import { consentsOf, insertConsent, revokeConsent } from './store-consent.ts';
import type { PeopleCode } from './types.ts';
import type { Consent } from './types-consent.ts';

/** Who records or revokes; the person themselves belongs to no organisation. */
export interface Recording {
  readonly actor: string;
  readonly organisationId: string | null;
  readonly now: Instant;
  readonly region: Region;
}

type Answer = Promise<Result<ConsentList, Refusal<PeopleCode>>>;

const listOf = async (tx: Tx, personId: string, region: Region): Promise<ConsentList> => ({
  consents: (await consentsOf(tx, personId)).map((each) => ({
    id: each.id,
    purpose: each.purpose,
    receiver: region.organisations.find(({ id }) => id === each.receiverOrg)?.name ?? null,
    receiverKind: each.receiverKind,
    explicit: each.explicit,
    givenBy: each.givenBy,
    givenAt: isoFromInstant(each.givenAt),
    revokedAt: each.revokedAt === null ? null : isoFromInstant(each.revokedAt),
  })),
});

/** Screens of everybody who knows the person, and of to whom it was said, hear at once that a yes came or went; never what it says. */
const tell = async (
  tx: Tx,
  event: string,
  { personId, receiverOrg }: Pick<Consent, 'personId' | 'receiverOrg'>,
  by: Omit<Recording, 'region'>,
): Promise<void> => {
  const knowing = await relatedTo(tx, personId);
  const organisations = [...new Set([...knowing, ...(receiverOrg === null ? [] : [receiverOrg])])];
  await record(tx, [
    {
      ...{ at: by.now, room: 'people', event, subject: personId, unitId: null },
      ...{ organisationId: by.organisationId, actor: by.actor, body: { organisations } },
    },
  ]);
};

/** What somebody one knows agreed to. */
export const consentList = async (tx: Tx, personId: string, region: Region): Answer =>
  (await person(tx, personId)) === null
    ? refuse({ code: 'person-unknown' })
    : ok(await listOf(tx, personId, region));

/** The person's own list. */
export const ownConsents = async (tx: Tx, personId: string, region: Region): Answer =>
  ok(await listOf(tx, personId, region));

/** Records a yes of somebody one knows. */
export const giveConsent = async (
  tx: Tx,
  personId: string,
  body: ConsentBody,
  by: Recording & { readonly organisationId: string },
): Answer => {
  if ((await person(tx, personId)) === null) return refuse({ code: 'person-unknown' });
  await insertConsent(tx, { ...body, id: newId(), personId, givenAt: by.now }, by);
  await tell(tx, 'consent-given', { personId, receiverOrg: body.receiverOrg }, by);
  return ok(await listOf(tx, personId, by.region));
};

/**
 * The yes of somebody one knows, or of oneself, to one organisation, for one purpose: the one that stands, or this one. Answers which: what hangs
 * on it ends when it is taken back.
 */
export const agreeTo = async (
  tx: Tx,
  yes: Pick<Consent, 'personId' | 'purpose' | 'givenBy'> & { readonly receiverOrg: string },
  by: Omit<Recording, 'region'>,
): Promise<string> => {
  const { personId, purpose, receiverOrg } = yes;
  const standing = (await consentsOf(tx, personId)).find(
    (each) =>
      each.revokedAt === null &&
      each.explicit &&
      each.purpose === purpose &&
      each.receiverOrg === receiverOrg,
  );
  if (standing !== undefined) return standing.id;
  const id = newId();
  const said = { ...yes, id, receiverKind: null, explicit: true, givenAt: by.now };
  await insertConsent(tx, said, by);
  await tell(tx, 'consent-given', yes, by);
  return id;
};

/** Takes a yes back, from this moment on. */
export const withdrawConsent = async (
  tx: Tx,
  which: { readonly id: string; readonly personId: string },
  by: Recording,
): Answer => {
  const taken = await revokeConsent(tx, which, by);
  if (taken === null) return refuse({ code: 'consent-unknown' });
  await tell(tx, 'consent-revoked', { ...which, ...taken }, by);
  return ok(await listOf(tx, which.personId, by.region));
};
