import type { Instant } from '#kernel/interval.ts';
import { loadOrganisations, REGION_ZONE } from '#modules/region/index.ts';
import type { Tx } from '#platform/db/database.ts';
import type { ReportView } from './contract.ts';
import { type Month, medianOf, monthInterval, monthOf, wholeDays } from './decide/month.ts';
import { alertsBetween, countLooks } from './store.ts';
import { ALERT_RULES, VERDICTS } from './types.ts';

/** One month of the acting organisation in counts: looks, alerts per rule, what was closed and what still stands. */
export const monthReport = async (
  tx: Tx,
  asked: { readonly month?: Month | undefined; readonly organisationId: string; readonly now: Instant },
): Promise<ReportView> => {
  const { organisationId, now } = asked;
  const month = asked.month ?? monthOf(now, REGION_ZONE);
  const during = monthInterval(month, REGION_ZONE);
  const end = Math.min(during.until, now);
  const alerts = await alertsBetween(tx, during);
  const raised = alerts.filter(({ raisedAt }) => raisedAt >= during.from);
  const closings = alerts.flatMap(({ raisedAt, closed }) =>
    closed !== null && closed.at >= during.from && closed.at < during.until
      ? [{ verdict: closed.verdict, days: wholeDays(raisedAt, closed.at) }]
      : [],
  );
  const days = closings.map((each) => each.days);
  const open = alerts.filter(({ closed }) => closed === null || closed.at >= during.until);
  const organisations = await loadOrganisations(tx);
  return {
    organisation: organisations.find(({ id }) => id === organisationId)?.name ?? '',
    month,
    complete: now >= during.until,
    ...(await countLooks(tx, during)),
    raised: raised.length,
    rules: ALERT_RULES.map((rule) => ({
      rule,
      raised: raised.filter(({ rules }) => rules.includes(rule)).length,
    })),
    verdicts: VERDICTS.map((verdict) => ({
      verdict,
      closed: closings.filter((each) => each.verdict === verdict).length,
    })),
    closed: closings.length,
    medianDays: medianOf(days),
    longestDays: days.length === 0 ? null : Math.max(...days),
    open: open.length,
    oldestDays: open.length === 0 ? null : Math.max(...open.map(({ raisedAt }) => wholeDays(raisedAt, end))),
  };
};
