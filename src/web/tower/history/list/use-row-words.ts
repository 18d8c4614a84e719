import { instantOf } from '#kernel/calendar.ts';
import { HOUR, MINUTE } from '#kernel/interval.ts';
import type { ListRow, TowerList } from '#tower/contract.ts';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import { REGION_ZONE } from '#web/i18n/time.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { useWays } from '#web/tower/history/use-ways.ts';

/** A row of a list in words; what a reader may not know is an empty string. */
export interface RowWords {
  readonly where: (row: ListRow) => string;
  readonly when: (row: ListRow) => string;
  /** From where to where, and what was waited for or why not. */
  readonly way: (row: ListRow) => string;
  readonly because: (row: ListRow) => string;
  /** Of a mean how long of that day; of the one in the middle how long it was. */
  readonly share: (row: ListRow) => string;
}

/** How many hours, in at most one decimal: `14,5`. */
export const hoursOf = (minutes: number): string =>
  ((minutes * MINUTE) / HOUR).toLocaleString(currentLanguage(), { maximumFractionDigits: 1 });

/** Says the rows of a list in the words of the screen. */
export const useRowWords = (kind: TowerList['kind']): RowWords => {
  const t = useText('history');
  const format = useFormat();
  const ways = useWays();
  const end = (moment: string | null, day: string | null): string | null => {
    if (moment !== null) {
      const at = Date.parse(moment);
      return `${format.day(at)} ${format.clock(at)}`;
    }
    return day === null ? null : format.day(instantOf(day, 720, REGION_ZONE));
  };
  return {
    where: ({ site, unit, bed }) =>
      [site ?? t('list.noSite'), unit, bed === null ? null : t('list.bed', { bed })]
        .filter((each) => each !== null)
        .join(' · '),
    when({ from, fromDay, until, untilDay }) {
      const [begin, stop] = [end(from, fromDay), end(until, untilDay)];
      if (begin === null) return stop === null ? '' : t('list.until', { stop });
      if (begin === stop) return begin;
      return stop === null ? t('list.since', { begin }) : t('list.between', { begin, stop });
    },
    way: ({ origin, to }) =>
      origin === null || to === null ? '' : t('list.way', { from: ways.from(origin), to: ways.to(to) }),
    because({ because }) {
      const [kind = '', code = ''] = (because ?? '').split(':');
      return because === null ? '' : t(`list.${kind}.${code}`);
    },
    share({ minutes, from, until }) {
      if (minutes !== null) return t('list.share', { hours: hoursOf(minutes) });
      return kind !== 'middle' || from === null || until === null
        ? ''
        : format.length(Date.parse(until) - Date.parse(from));
    },
  };
};
