import type { AlertRow } from '#modules/outlook/contract.ts';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { productShort } from '#web/rooms/placement/words.ts';
import { noonOf } from '#web/rooms/stay/use-stay-words.ts';

/** How an alert is told. */
export interface AlertWords {
  /** `Geen plek ELV hoog verwacht tot en met ma 26 okt: kans 62 %` */
  readonly what: (alert: AlertRow) => string;
  /** `gemeld do 22 okt 6:00` */
  readonly made: (alert: AlertRow, now: number) => string;
}

/** The words of alerts in the language of the reader. */
export const useAlertWords = (): AlertWords => {
  const t = useText('alerts');
  const stay = useText('stay');
  const format = useFormat();
  return {
    what: ({ kind, product, about, until, figure }) =>
      kind === 'no-place-ahead'
        ? t('what.noPlace', {
            product: product === null ? '' : productShort(product),
            day: format.day(noonOf(until)),
            chance: Math.round(figure * 100),
          })
        : t('what.waits', { count: Math.round(figure), barrier: stay(`barrier.${about ?? 'other'}`) }),
    made: ({ madeAt }, now) => t('made', { moment: format.moment(Date.parse(madeAt), now) }),
  };
};
