import { MINUTE } from '#kernel/interval.ts';
import type { AlertView } from '#modules/review/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { useProfileTitle } from '#web/rooms/placement/words.ts';

/** One alert in sentences. */
interface AlertWords {
  readonly who: string;
  readonly did: string;
  /** How long it has stood. */
  readonly since: string;
  readonly rules: readonly string[];
  readonly facts: readonly (readonly [label: string, value: string])[];
}

/** Says an alert in plain words. The person stays a number with an age band: who judges does not need to know who it is. */
export const useAlertWords = (): ((alert: AlertView) => AlertWords) => {
  const t = useText('review');
  const shell = useText('shell');
  const format = useFormat();
  const profileOf = useProfileTitle();
  const now = useNow('minute');
  const personOf = ({ person, people }: AlertView): string => {
    if (person === null) return t('person.many', { count: people });
    const { ageBand, sex, number } = person;
    if (ageBand === null || sex === null) return t('person.gone', { number });
    const profile = profileOf({ ageBand, sex });
    return t('person.one', { who: `${profile.charAt(0).toLowerCase()}${profile.slice(1)}`, number });
  };
  const when = (alert: AlertView): string => {
    const [first, last] = [Date.parse(alert.firstAt), Date.parse(alert.lastAt)];
    return first === last
      ? format.moment(first, now)
      : t('fromTo', { from: format.moment(first, now), until: format.moment(last, now) });
  };
  return (alert) => {
    const facts: [string, string][] = [
      [t('fact.when'), when(alert)],
      [t('fact.seen'), alert.seen.map((each) => t(`seen.${each}`)).join(', ') || t('seen.nothing')],
      [t('fact.ground'), alert.grounds.map((each) => t(`ground.${each}`)).join(', ')],
    ];
    if (alert.reasons.length > 0)
      facts.push([t('fact.reason'), alert.reasons.map((each) => `“${each}”`).join(' ')]);
    const role = shell(`role.${alert.who.role}`);
    const open = now - Date.parse(alert.raisedAt);
    const since = open < MINUTE ? t('fresh') : t('since', { length: format.length(open) });
    return {
      who: `${alert.who.name ?? t('somebody')}, ${role.charAt(0).toLowerCase()}${role.slice(1)}`,
      did: t('did', { count: alert.looks, person: personOf(alert) }),
      since: alert.closed === null ? since : '',
      rules: alert.rules.map((rule) => t(`rule.${rule}`, { count: alert.people })),
      facts,
    };
  };
};
