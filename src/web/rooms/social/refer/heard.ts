let heard = '';

/** Keeps the words somebody typed at the first question for the form that refers; in this page only, never in an address. */
export const keepHeard = (words: string): void => {
  heard = words;
};

/** The words that were kept, once: the next person begins with an empty form. */
export const takeHeard = (): string => {
  const words = heard;
  heard = '';
  return words;
};
