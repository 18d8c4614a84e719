import type { Product } from '#kernel/product.ts';
import type { Sentence } from '#kernel/refusal.ts';
import { PRODUCT_WORDS } from '#kernel/words.ts';
import { currentLanguage, useText } from '#web/i18n/texts.ts';

/** A sentence the server or the kernel wrote in both languages, in the language of the reader. */
export const inWords = (sentence: Sentence): string => sentence[currentLanguage()];

/** The name of a product on a chip: `ELV hoog`. */
export const productShort = (product: Product): string => inWords(PRODUCT_WORDS[product].short);

/** Who it is about without saying who: `Vrouw 80–84`. */
export const useProfileTitle = (): ((about: { sex: string; ageBand: string }) => string) => {
  const t = useText('design');
  return ({ sex, ageBand }) =>
    t('profile.title', { sex: t(`profile.sex.${sex}`), age: ageBand.replace('-', '–') });
};

/** A place by the name of its site; with its ward when another ward of that site stands beside it. */
export const placeName = (
  place: { readonly site: string; readonly unit: string; readonly unitId: string; readonly siteId: string },
  among: readonly { readonly siteId: string; readonly unitId: string }[],
): string =>
  among.some(({ siteId, unitId }) => siteId === place.siteId && unitId !== place.unitId)
    ? `${place.site}, ${place.unit}`
    : place.site;
