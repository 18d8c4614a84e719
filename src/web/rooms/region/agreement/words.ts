import type { Agreements } from '#modules/region/contract.ts';
import { currentLanguage } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';

/** The name of an organisation, for the sentence about who advises. */
export const nameAmong =
  ({ advisers }: Agreements) =>
  (id: string): string =>
    advisers.find((each) => each.id === id)?.name ?? '';

/** A day in full, in the language of the reader: `maandag 30 november 2026`. */
export const useDay = (): ((day: string) => string) => {
  const format = useFormat();
  return (day) => format.longDay(Date.parse(`${day}T12:00:00Z`));
};

/** A sentence in the language of the reader. */
export const read = (sentence: { readonly nl: string; readonly en: string }): string =>
  sentence[currentLanguage()];
