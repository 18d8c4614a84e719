import type { Sentence } from '#kernel/refusal.ts';
import { PRODUCT_WORDS } from '#kernel/words.ts';
import { join } from '#planning/match/say.ts';
import { numberWords } from './number-words.ts';
import { canBeSaid, changeWords, moneyWords, partyNames, sideWords } from './party-words.ts';
import type { Misfit, Party, PartyRow } from './types.ts';

/** Whether less or more of the figure is better for who it is about. */
const BETTER: Readonly<Record<Party, 'less' | 'more'>> = {
  gp: 'less',
  hospital: 'less',
  'care-provider': 'less',
  'home-care': 'less',
  municipality: 'less',
  insurer: 'less',
  residents: 'more',
};

/** Does somebody gain (+1), pay (-1) or neither: by the account when it is clear, else by the figure. */
const side = ({ party, money, unclear, difference }: PartyRow): -1 | 0 | 1 => {
  if (money.kind === 'gains') return 1;
  if (money.kind === 'pays') return -1;
  if (unclear || money.kind === 'unclear') return 0;
  return difference.mean < 0 === (BETTER[party] === 'less') ? 1 : -1;
};

/** Some gain and others pay: what has to be agreed before anybody begins. */
export interface Dilemma {
  readonly gains: readonly Party[];
  readonly pays: readonly Party[];
  readonly sentence: Sentence;
}

/** Who gains and who pays; null when nobody does or nobody pays for it. Never whether it is worth it: that is theirs to say. */
export const dilemmaOf = (rows: readonly PartyRow[]): Dilemma | null => {
  const of = (which: number): Party[] => rows.filter((row) => side(row) === which).map(({ party }) => party);
  const [gains, pays] = [of(1), of(-1)];
  if (gains.length === 0 || pays.length === 0) return null;
  return { gains, pays, sentence: join(sideWords(gains, 'gains'), sideWords(pays, 'pays')) };
};

/** What a conclusion also needs to know. */
export interface Concluding {
  /** Years that were played. */
  readonly years: number;
  readonly misfits: readonly Misfit[];
  /** Whether the parties made an agreement about this change already. */
  readonly agreed: boolean;
}

/** One thing to say, with its code so that a screen can give it its own place. */
export interface Said {
  readonly code:
    | 'misfit'
    | 'change'
    | 'money'
    | 'unclear'
    | 'nothing'
    | 'dilemma'
    | 'no-agreement'
    | 'certainty';
  readonly party: Party | null;
  readonly sentence: Sentence;
}

const NO_AGREEMENT: Sentence = { nl: 'Er is nog geen afspraak.', en: 'There is no agreement yet.' };
const NOTHING: Sentence = {
  nl: 'Deze verandering doet te weinig om te weten of zij iets uitmaakt.',
  en: 'This change does too little to know whether it matters.',
};

/** What a misfit is about, as people call it. */
const aboutWords = (what: string): Sentence =>
  what in PRODUCT_WORDS
    ? PRODUCT_WORDS[what as keyof typeof PRODUCT_WORDS].short
    : { nl: 'de bedden die samen delen', en: 'the beds that are shared' };

/** Why this cannot be played honestly, said instead of drawn. */
export const misfitWords = ({ code, what, figure }: Misfit): Sentence => {
  const about = aboutWords(what);
  if (code === 'short-history') {
    const days = numberWords(Math.floor(figure), 0);
    return {
      nl: `Er zijn pas ${days.nl} dagen bekend. Vanaf 28 dagen kunnen wij vooruitkijken.`,
      en: `Only ${days.en} days are known. From 28 days on we can look ahead.`,
    };
  }
  if (code === 'overloaded') {
    const per = numberWords(figure * 100, 0);
    return {
      nl: `Voor ${about.nl} komt meer dan er bedden zijn: ${per.nl} op 100. De rij wordt dan alleen maar langer.`,
      en: `More people come for ${about.en} than there are beds: ${per.en} per 100. The queue then only grows.`,
    };
  }
  if (code === 'no-beds')
    return {
      nl: `Voor ${about.nl} zijn er geen bedden. Wij kunnen het niet naspelen.`,
      en: `There are no beds for ${about.en}. It cannot be played.`,
    };
  return what === 'region'
    ? { nl: 'Nog niemand vroeg om een plek.', en: 'Nobody asked for a place yet.' }
    : {
        nl: `Bijna niemand vroeg om ${about.nl}. Daarover kunnen wij niets zeggen.`,
        en: `Hardly anybody asked for ${about.en}. Nothing can be said about it.`,
      };
};

const certainty = (years: number): Sentence => {
  const n = numberWords(years, 0);
  return {
    nl: `Wij speelden het jaar ${n.nl} keer na. Het gemiddelde ligt 95 van de 100 keer tussen deze getallen.`,
    en: `We played the year ${n.en} times. The mean lies between these numbers 95 times in 100.`,
  };
};

const unclearWords = (parties: readonly Party[]): Sentence => {
  const names = partyNames(parties);
  return {
    nl: `Voor ${names.nl} is het verschil te klein om te weten.`,
    en: `For ${names.en} the difference is too small to know.`,
  };
};

const changes = (row: PartyRow): Said[] => [
  { code: 'change', party: row.party, sentence: changeWords(row) },
  ...(row.money.kind === 'gains' || row.money.kind === 'pays'
    ? [{ code: 'money', party: row.party, sentence: moneyWords(row) } as const]
    : []),
];

/**
 * What the change does, in plain sentences of both languages, with how sure it is: first what cannot be played, then party by
 * party what changes, for whom the difference is too small, who gains and who pays. It never says what to choose.
 */
export const conclude = (rows: readonly PartyRow[], about: Concluding): Said[] => {
  const misfits = about.misfits.map(
    (misfit): Said => ({ code: 'misfit', party: null, sentence: misfitWords(misfit) }),
  );
  const clear = rows.filter((row) => !row.unclear && canBeSaid(row));
  const unclear = rows.filter((row) => row.unclear && row.difference.from < row.difference.until);
  if (clear.length === 0) return [...misfits, { code: 'nothing', party: null, sentence: NOTHING }];
  const dilemma = dilemmaOf(rows);
  return [
    ...misfits,
    ...clear.flatMap(changes),
    ...(unclear.length === 0
      ? []
      : [
          {
            code: 'unclear',
            party: null,
            sentence: unclearWords(unclear.map(({ party }) => party)),
          } as const,
        ]),
    ...(dilemma === null ? [] : [{ code: 'dilemma', party: null, sentence: dilemma.sentence } as const]),
    ...(about.agreed || dilemma === null
      ? []
      : [{ code: 'no-agreement', party: null, sentence: NO_AGREEMENT } as const]),
    { code: 'certainty', party: null, sentence: certainty(about.years) },
  ];
};
