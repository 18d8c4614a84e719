import type { Instant } from '#kernel/interval.ts';
import { PRODUCT_WORDS } from '#kernel/words.ts';
import type { RequestView } from '#modules/placement/contract.ts';
import { capital } from '#web/i18n/capital.ts';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import type { Asked } from './asked.ts';

/** How a question to the ward is told, never with a name. */
export interface AskedWords {
  /** `vrouw 80–84` */
  readonly who: (request: RequestView) => string;
  /** `ELV hoog` */
  readonly product: (request: RequestView) => string;
  /** `vandaag · valgevaar · 2,9 km verderop · nog zonder naam` */
  readonly facts: (asked: Asked, now: Instant) => string;
}

/** The words of a question in the language of the reader. */
export const useAskedWords = (): AskedWords => {
  const t = useText('ward');
  const inDesign = useText('design');
  const format = useFormat();
  return {
    who: ({ sex, ageBand }) =>
      inDesign('profile.title', {
        sex: inDesign(`profile.sex.${sex}`),
        age: ageBand.replace('-', '–'),
      }).toLowerCase(),
    product: ({ product }) => PRODUCT_WORDS[product].short[currentLanguage()],
    facts: ({ offer, request }, now) => {
      // Another date that was agreed goes before the one that was asked.
      const day =
        offer.alternativeFrom === null
          ? format.dayName(Date.parse(request.wantedFrom), now)
          : format.moment(Date.parse(offer.alternativeFrom), now);
      return [
        capital(day),
        t(`asked.reason.${request.reason}`),
        ...request.traits.map((trait) => inDesign(`profile.trait.${trait}`).toLowerCase()),
        ...(offer.distanceKm === null
          ? []
          : [t('asked.away', { distance: format.distance(offer.distanceKm) })]),
        t('asked.noName'),
      ].join(' · ');
    },
  };
};
