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
