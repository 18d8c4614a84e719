import { instantOf, localDay } from '#kernel/calendar.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import type { Tx } from '#platform/db/database.ts';
import type { WrittenEntry } from '#platform/diary/diary.ts';
import { overdue } from './decide/overdue.ts';
import { isOver } from './decide/referral.ts';
import { workdaysOn } from './decide/workdays.ts';
import { type Acting, keepStep } from './service-referral.ts';
import { lockReferral, referralsAbout, stepsOf, unpickedReferrals, writeState } from './store-referral.ts';
import { LATE_DAYS, type StandingReferral } from './types-referral.ts';

/** What happens by itself is done in the name of who referred. */
type BySelf = Omit<Acting, 'byName'>;
const BY_NAME = 'Verkeerstoren';

const lateAtOf = ({ dueAt }: StandingReferral): number =>
  instantOf(workdaysOn(localDay(dueAt, REGION_ZONE), LATE_DAYS), 0, REGION_ZONE);

/** Says of what the acting organisation referred and nobody picked up what has to be said. Answers of how many. */
export const chaseReferrals = async (tx: Tx, by: BySelf): Promise<number> => {
  let said = 0;
  for (const id of await unpickedReferrals(tx, by.now)) {
    const of = await lockReferral(tx, id);
    if (of === null || !of.agreed) continue;
    const steps = new Set((await stepsOf(tx, [id])).map(({ step }) => step));
    const step = overdue(of, steps, { dueAt: of.dueAt, lateAt: lateAtOf(of) }, by.now);
    if (step === null) continue;
    await keepStep(tx, of, { step }, { ...by, byName: BY_NAME });
    said += 1;
  }
  return said;
};

/** Did somebody take a yes back? */
export const concernsReferral = (line: WrittenEntry): boolean =>
  line.room === 'people' && line.event === 'consent-revoked';

/** Writes down that what the acting organisation referred is over, where the yes of this person went. */
export const closeTakenBack = async (tx: Tx, personId: string, by: BySelf): Promise<void> => {
  for (const id of await referralsAbout(tx, personId)) {
    const of = await lockReferral(tx, id);
    if (of === null || of.agreed || !of.sent || isOver(of.state)) continue;
    await keepStep(tx, of, { step: 'withdrawn' }, { ...by, byName: BY_NAME });
    await writeState(tx, id, 'withdrawn');
  }
};
