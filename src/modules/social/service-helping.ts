import { isoFromInstant } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Region } from '#modules/region/types.ts';
import { writeLooks } from '#platform/access-log/store.ts';
import type { AccessEvent, Look } from '#platform/access-log/types.ts';
import { type Database, inNameOf, type Tx } from '#platform/db/database.ts';
import type { HelperReferral } from './contract-helping.ts';
import { asHelping, helperAs } from './service-helping-door.ts';
import { roomLink } from './service-helping-room.ts';
import { takeStep } from './service-referral.ts';
import { referralById } from './store-referral.ts';
import type { HelperSession } from './types-helping.ts';
import type { ReferralCommand, StandingReferral } from './types-referral.ts';
import { viewReferral } from './view-referral.ts';

/** Who comes with a session, and when. */
interface Coming {
  readonly token: string | undefined;
  readonly now: Instant;
}

/** What a referral is shown with. */
interface Showing {
  readonly practice: boolean;
  readonly linkKey: Buffer;
  readonly regionOf: (tx: Tx) => Promise<Region>;
}

type Shown = Promise<Result<HelperReferral, Refusal>>;

/** The look stands in the log under the organisation that looks, so that the person reads who it was. */
const keepLook = (
  tx: Tx,
  of: StandingReferral,
  { event, at }: { readonly event: AccessEvent; readonly at: Instant },
): Promise<void> => {
  const who = helperAs(of.id, of.toOrg);
  const look: Look = {
    ...{ event, objectType: 'referral', objectId: of.id, personId: of.personId },
    ...{ categories: ['name-and-contact', 'reason-and-care'], ground: 'consent', consentId: of.consentId },
  };
  const own = { actor: who.actor, organisationId: null };
  return inNameOf(tx, { own, other: { ...own, organisationId: of.toOrg } }, () =>
    writeLooks(tx, who, [look], { at, outcome: 'done' }),
  );
};

const phoneOf = ({ organisations, agreement }: Region, id: string): string =>
  organisations.find((each) => each.id === id)?.phone ?? agreement.deskPhone;

const shown = async (
  tx: Tx,
  { until, now }: HelperSession & { readonly now: Instant },
  of: StandingReferral,
  { practice, linkKey, regionOf }: Showing,
): Shown => {
  const region = await regionOf(tx);
  const view = await viewReferral(tx, of.id, { now, region });
  if (!view.ok) return refuse({ code: 'helper-referral-closed' });
  return ok({
    ...{ until: isoFromInstant(until), practice, referral: view.value.referral },
    fromPhone: phoneOf(region, of.fromOrg),
    roomToken: roomLink(linkKey, of.serviceId, now),
  });
};

/** The one referral of this session, as long as its yes stands. */
export const helperView = (database: Database, come: Coming, showing: Showing): Shown =>
  asHelping(database, come, async (tx, who) => {
    const of = await referralById(tx, who.referralId);
    if (of === null) return refuse({ code: 'helper-referral-closed' });
    await keepLook(tx, of, { event: 'read', at: come.now });
    return shown(tx, { ...who, now: come.now }, of, showing);
  });

/** A step in it, in the name of the organisation: the same step as somebody with an account takes. */
export const helperStep = (
  database: Database,
  come: Coming,
  command: ReferralCommand,
  showing: Showing,
): Shown =>
  asHelping(database, come, async (tx, who): Shown => {
    const of = await referralById(tx, who.referralId);
    if (of === null) return refuse({ code: 'helper-referral-closed' });
    const { organisations } = await showing.regionOf(tx);
    const byName = organisations.find(({ id }) => id === of.toOrg)?.name ?? of.code;
    const by = { actor: `helper:${of.id}`, byName, organisationId: null, now: come.now };
    const taken = await takeStep(tx, { id: of.id, version: of.version, command }, by);
    if (!taken.ok) return taken;
    await keepLook(tx, of, { event: 'change', at: come.now });
    return shown(tx, { ...who, now: come.now }, of, showing);
  });

/** Whose screen stands open with a session: for the stream that says when it must ask again. */
export const helperScreen = (
  database: Database,
  come: Coming,
): Promise<Result<{ readonly referralId: string; readonly personId: string }, Refusal>> =>
  asHelping(database, come, async (tx, { referralId }) => {
    const of = await referralById(tx, referralId);
    return of === null
      ? refuse({ code: 'helper-referral-closed' })
      : ok({ referralId, personId: of.personId });
  });
