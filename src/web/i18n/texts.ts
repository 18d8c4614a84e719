import i18next, { type TFunction } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { remember, remembered } from '#web/remember.ts';

/** The languages of the screens. Dutch is first; English is complete. */
export type Language = 'nl' | 'en';

/** Catalogues that the frame and the parts need before anything can be shown. A page brings its own with its route. */
const ALWAYS = ['design', 'shell'];

const catalogues = import.meta.glob<Record<string, unknown>>('./*/*.json', { import: 'default' });

const catalogueReader = {
  type: 'backend' as const,
  read: async (language: string, area: string) => (await catalogues[`./${language}/${area}.json`]?.()) ?? {},
};

/** The language of this reader: chosen before on this device, otherwise Dutch. */
export const currentLanguage = (): Language => (i18next.language === 'en' ? 'en' : 'nl');

/** Loads the first catalogues; nothing is drawn before this has resolved. */
export const startTexts = async (): Promise<void> => {
  const language: Language = remembered('language') === 'en' ? 'en' : 'nl';
  await i18next
    .use(catalogueReader)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: false,
      ns: ALWAYS,
      defaultNS: 'shell',
      interpolation: { escapeValue: false },
      react: { useSuspense: false, bindI18n: 'languageChanged loaded' },
      returnNull: false,
    });
  document.documentElement.lang = language;
};

/** Switches every text on screen and remembers it on this device. */
export const chooseLanguage = async (language: Language): Promise<void> => {
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  remember('language', language);
};

/** Fetches the catalogues of a page (`board`, `desk` with `request`), so that it never shows bare keys. */
export const loadTexts = async (areas: string | readonly string[]): Promise<void> =>
  i18next.loadNamespaces(areas);

/** The sentences of one area: `const t = useText('board'); t('why.title', { count: 2 })`. One area per file. */
export const useText = (area: string): TFunction => useTranslation(area).t;
