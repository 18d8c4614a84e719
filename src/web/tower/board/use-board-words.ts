import type { Instant } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import { PRODUCT_WORDS } from '#kernel/words.ts';
import type { BoardRow } from '#tower/contract.ts';
import { capital } from '#web/i18n/capital.ts';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import { daysAhead } from '#web/i18n/time.ts';
import { useFormat } from '#web/i18n/use-format.ts';

/** How the board says things; one voice for list, cards, wall and paper. */
export interface BoardWords {
  /** `ELV hoog` */
  readonly short: (product: Product) => string;
  /** `ELV hoog complex` */
  readonly long: (product: Product) => string;
  /** One sentence for whom it is. */
  readonly forWhom: (product: Product) => string;
  /** `Vandaag tot 16:30`, `Morgen vanaf 08:00`, `Dag en nacht`, `Niet bekend`. */
  readonly admission: (row: BoardRow, now: Instant) => string;
  /** The same in few words: `tot 16:30`, `morgen 08:00`. */
  readonly admissionBrief: (row: BoardRow, now: Instant) => string;
  /** `+2`, `0`, or a dash when we do not know. */
  readonly toCome: (count: number | null) => string;
  /** `geen personeel tot 15:00`, or null when nothing is closed for a reason. */
  readonly closed: (row: BoardRow, now: Instant) => string | null;
  /** `tot 12:02`, with more than one `eerste 12:26`; empty when nothing is held for a moment. */
  readonly held: (row: BoardRow, now: Instant) => string;
}

/** The words of the board in the language of the reader. */
export const useBoardWords = (): BoardWords => {
  const t = useText('board');
  const format = useFormat();
  const language = currentLanguage();
  const moment = (iso: string, now: Instant): string => format.moment(Date.parse(iso), now);
  const opens = (iso: string, now: Instant): string => {
    const at = Date.parse(iso);
    const ahead = daysAhead(at, now);
    const day = ahead > 1 ? format.weekday(at) : format.dayName(at, now);
    return t('admission.from', { day: capital(day), clock: format.clock(at) });
  };
  const admission = ({ admission: { now: open, until, nextFrom } }: BoardRow, now: Instant): string => {
    if (open && until === null) return t('admission.always');
    if (open && until !== null) {
      const today = daysAhead(Date.parse(until), now) <= 0;
      return t(today ? 'admission.todayUntil' : 'admission.until', { moment: moment(until, now) });
    }
    return nextFrom === null ? t('admission.unknown') : opens(nextFrom, now);
  };
  return {
    short: (product) => PRODUCT_WORDS[product].short[language],
    long: (product) => t(`product.name.${product}`),
    forWhom: (product) => t(`product.whom.${product}`),
    admission,
    admissionBrief: (row, now) => {
      const { now: open, until, nextFrom } = row.admission;
      if (open && until !== null) return t('admission.brief', { moment: moment(until, now) });
      if (open) return t('admission.briefAlways');
      return nextFrom === null ? t('admission.unknown') : format.moment(Date.parse(nextFrom), now);
    },
    toCome: (count) => {
      if (count === null) return t('dash');
      return count === 0 ? '0' : t('toCome', { count });
    },
    closed: ({ closed }, now) => {
      if (closed === null) return null;
      const reason = t(`closed.${closed.reason}`);
      return closed.until === null
        ? reason
        : t('closed.until', { reason, moment: moment(closed.until, now) });
    },
    held: ({ held, heldUntil }, now) => {
      if (held === 0 || heldUntil === null) return '';
      const words = moment(heldUntil, now);
      // Another day says so itself; only today needs the little word.
      if (daysAhead(Date.parse(heldUntil), now) > 0) return words;
      return t(held === 1 ? 'held.until' : 'held.first', { moment: words });
    },
  };
};
