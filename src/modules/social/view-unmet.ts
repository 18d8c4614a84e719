import { isoFromInstant, localDay, plusMonths } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import type { Region } from '#modules/region/types.ts';
import type { Tx } from '#platform/db/database.ts';
import type { LateReferrals, UnmetHelp } from './contract-referral.ts';
import { isKind, KINDS } from './decide/kinds.ts';
import { FEWEST_SAID, sayUnmet } from './decide/unmet.ts';
import { lateReferrals, unmetSince } from './store-referral.ts';
import { lookById } from './store-search.ts';

const NO_KIND = { nl: 'Andere hulp', en: 'Other help' };

/** Which help was not there in the last twelve months; without persons, and not said where it was few. */
export const viewUnmet = async (tx: Tx, now: Instant): Promise<UnmetHelp> => {
  const since = plusMonths(`${localDay(now, REGION_ZONE).slice(0, 7)}-01`, -11);
  const kinds = sayUnmet(await unmetSince(tx, since)).map(({ kind, times, reasons }) => {
    const { nl, en } = isKind(kind) ? KINDS[kind] : NO_KIND;
    return { code: kind, nl, en, times, reasons: [...reasons] };
  });
  return { since, fewerThan: FEWEST_SAID, kinds };
};

/** Where something was not picked up, for the desk to call. */
export const viewLate = async (tx: Tx, { organisations }: Region): Promise<LateReferrals> => {
  const late: LateReferrals['late'] = [];
  for (const { code, serviceId, toOrg, dueAt } of await lateReferrals(tx)) {
    const look = await lookById(tx, serviceId);
    const phone = organisations.find(({ id }) => id === toOrg)?.phone ?? null;
    const service = { id: serviceId, name: look?.name ?? '', organisation: look?.organisation ?? '' };
    late.push({ code, service, phone, dueAt: isoFromInstant(dueAt) });
  }
  return { late };
};
