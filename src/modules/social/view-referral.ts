import { ageBand } from '#kernel/age-band.ts';
import { isoFromInstant, localDay } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { person } from '#modules/people/index.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import type { Region } from '#modules/region/types.ts';
import type { Tx } from '#platform/db/database.ts';
import type { ReferralAnswer, ReferralList, ReferralView } from './contract-referral.ts';
import { isOver } from './decide/referral.ts';
import { takesPartByLink } from './store-helping.ts';
import {
  passedOn,
  referralById,
  referralsReceived,
  referralsSent,
  stepsOf,
  whoOf,
} from './store-referral.ts';
import { lookById } from './store-search.ts';
import type { ReferralEvent, StandingReferral } from './types-referral.ts';

/** Who looks, and when. */
interface Looking {
  readonly now: Instant;
  readonly region: Region;
}

/** Of these who referred hears by itself. */
const TOLD: ReadonlySet<ReferralEvent['step']> = new Set([
  'accepted',
  'contacted',
  'ended',
  'passed-on',
  'late',
]);

const nameOf = ({ organisations }: Region, id: string): string =>
  organisations.find((each) => each.id === id)?.name ?? '';

const viewStep = ({ step, at, byName, result, reason, words }: ReferralEvent) => ({
  ...{ step, at: isoFromInstant(at), by: byName, result, reason, words },
});

const onwards = async (tx: Tx, of: StandingReferral): Promise<ReferralView['passedOn']> => {
  const next = of.state === 'passed-on' ? await passedOn(tx, of.id) : null;
  if (next === null) return null;
  const service = (await lookById(tx, next.serviceId))?.name ?? '';
  return { service, state: next.state, result: next.result };
};

/** Who it is about: for who receives it how to reach them, for who referred the name they know. */
const about = async (
  tx: Tx,
  of: StandingReferral,
  { now }: Looking,
): Promise<Pick<ReferralView, 'name' | 'person'>> => {
  const who = await whoOf(tx, of.id);
  const name = who?.name ?? (of.sent ? ((await person(tx, of.personId))?.name ?? null) : null);
  if (who === null || !of.receives) return { name, person: null };
  const band = ageBand(who.born, localDay(now, REGION_ZONE));
  return { name, person: { phone: who.phone, pc4: who.pc4, ageBand: band } };
};

const viewOf = async (
  tx: Tx,
  of: StandingReferral,
  steps: readonly ReferralEvent[],
  looking: Looking,
): Promise<ReferralView> => {
  const look = await lookById(tx, of.serviceId);
  const { id, code, version, question, warm } = of;
  return {
    ...{ id, code, version, question, warm, ...(await about(tx, of, looking)) },
    // A yes that was taken back counts from that moment, before anybody wrote it down.
    state: of.agreed || isOver(of.state) ? of.state : 'withdrawn',
    service: { id: of.serviceId, name: look?.name ?? '', organisation: look?.organisation ?? '' },
    ...{ from: nameOf(looking.region, of.fromOrg), to: nameOf(looking.region, of.toOrg) },
    warmAt: of.warmAt === null ? null : isoFromInstant(of.warmAt),
    ...{ madeAt: isoFromInstant(of.madeAt), madeBy: of.madeBy, dueAt: isoFromInstant(of.dueAt) },
    late: ['sent', 'seen'].includes(of.state) && looking.now >= of.dueAt,
    steps: steps.map(viewStep),
    unseen: of.sent && steps.some(({ step, at }) => TOLD.has(step) && at > of.readAt),
    mine: of.receives,
    byLink: of.sent && of.agreed && !isOver(of.state) && (await takesPartByLink(tx, of.toOrg)),
    passedOn: await onwards(tx, of),
  };
};

/** One referral for its reader. */
export const viewReferral = async (
  tx: Tx,
  id: string,
  looking: Looking,
): Promise<Result<ReferralAnswer, Refusal<'referral-unknown'>>> => {
  const of = await referralById(tx, id);
  if (of === null) return refuse({ code: 'referral-unknown' });
  return ok({ referral: await viewOf(tx, of, await stepsOf(tx, [id]), looking) });
};

const listOf = async (
  tx: Tx,
  found: readonly StandingReferral[],
  looking: Looking,
): Promise<ReferralList> => {
  const steps = await stepsOf(
    tx,
    found.map(({ id }) => id),
  );
  const referrals: ReferralView[] = [];
  for (const of of found)
    referrals.push(
      await viewOf(
        tx,
        of,
        steps.filter(({ referralId }) => referralId === of.id),
        looking,
      ),
    );
  return { referrals };
};

/** What the reader's organisation referred, and what became of it. */
export const viewSent = async (tx: Tx, looking: Looking): Promise<ReferralList> =>
  listOf(tx, await referralsSent(tx), looking);

/** What came in at the reader's organisation. */
export const viewInbox = async (tx: Tx, looking: Looking): Promise<ReferralList> =>
  listOf(tx, await referralsReceived(tx), looking);
