import { DESTINATIONS } from '#kernel/leaving.ts';
import { PRODUCTS } from '#kernel/product.ts';
import { useText } from '#web/i18n/texts.ts';
import { productShort } from '#web/rooms/placement/words.ts';

const KNOWN = new Set<string>(['here', 'waiting', ...DESTINATIONS]);

/** The stops of a way in words: where people were, which care, and where they went or why there was no place. */
export const useWays = (): {
  from: (origin: string) => string;
  product: (product: string) => string;
  to: (end: string) => string;
} => {
  const t = useText('history');
  return {
    from: (origin) => t(`origin.${origin}`),
    product: (product) => {
      const known = PRODUCTS.find((each) => each === product);
      return known === undefined ? product : productShort(known);
    },
    to: (end) => {
      if (KNOWN.has(end)) return t(`end.${end}`);
      const [kind = '', code = ''] = end.split(':');
      return kind === 'no-place' ? t(`noPlace.${code}`) : t(`noBed.${code}`);
    },
  };
};
