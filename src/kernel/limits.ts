import type { Sentence } from './refusal.ts';

/** On which ground somebody may stay on a closed ward (Wzd): freely, article 21, court order, or emergency order. */
export const LEGAL_TITLES = ['voluntary', 'article-21', 'rm', 'ibs'] as const;
export type LegalTitle = (typeof LEGAL_TITLES)[number];

/** For whom a shared room is now; `any` also when nobody is in it. */
export const ROOM_SEXES = ['any', 'female', 'male'] as const;
export type RoomSex = (typeof ROOM_SEXES)[number];

/** Infections for which people lie together, so that nobody else gets them. */
export const COHORTS = ['mrsa', 'norovirus', 'respiratory'] as const;
export type Cohort = (typeof COHORTS)[number];

/** For whom a room is now, as its ward says. */
export interface Room {
  readonly code: string;
  readonly sex: RoomSex;
  /** Null: no cohort, anybody may lie here. */
  readonly cohort: Cohort | null;
}

/** The legal titles as they stand behind "geen", "no" or alone. */
export const LEGAL_TITLE_WORDS: Readonly<Record<LegalTitle, Sentence>> = {
  voluntary: { nl: 'vrijwillige opname', en: 'voluntary admission' },
  'article-21': { nl: 'opname met artikel 21', en: 'admission under article 21' },
  rm: { nl: 'opname met rechterlijke machtiging', en: 'admission by court order' },
  ibs: { nl: 'opname met inbewaringstelling', en: 'admission by emergency order' },
};

/** For whom a room is, as it stands behind "voor". */
export const ROOM_SEX_WORDS: Readonly<Record<RoomSex, Sentence>> = {
  any: { nl: 'iedereen', en: 'everybody' },
  female: { nl: 'vrouwen', en: 'women' },
  male: { nl: 'mannen', en: 'men' },
};

/** What the people in a cohort have. */
export const COHORT_WORDS: Readonly<Record<Cohort, Sentence>> = {
  mrsa: { nl: 'MRSA', en: 'MRSA' },
  norovirus: { nl: 'buikgriep', en: 'stomach flu' },
  respiratory: { nl: 'griep of corona', en: 'flu or covid' },
};
