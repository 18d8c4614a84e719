import { fill, type Sentence } from '#kernel/refusal.ts';
import { capital } from '#kernel/words.ts';
import type { Estimate } from '#planning/simulate/types.ts';
import { decimalsFor, numberWords, rangeWords } from './number-words.ts';
import type { Party, PartyRow } from './types.ts';

/** How a party is called inside a sentence, and whether there is one of it. */
const PARTY_WORDS: Readonly<Record<Party, Sentence & { readonly one: boolean }>> = {
  gp: { nl: 'de huisartsen', en: 'the GPs', one: false },
  hospital: { nl: 'het ziekenhuis', en: 'the hospital', one: true },
  'care-provider': { nl: 'de verpleeghuizen', en: 'the nursing homes', one: false },
  'home-care': { nl: 'de thuiszorg', en: 'home care', one: true },
  municipality: { nl: 'de gemeente', en: 'the municipality', one: true },
  insurer: { nl: 'de zorgverzekeraar', en: 'the insurer', one: true },
  residents: { nl: 'de inwoners', en: 'the residents', one: false },
};

/** The name of a party as it stands inside a sentence: `het ziekenhuis`. */
const partyName = (party: Party): Sentence => ({
  nl: PARTY_WORDS[party].nl,
  en: PARTY_WORDS[party].en,
});

/** Names behind each other: `de huisartsen en het ziekenhuis`. */
export const partyNames = (parties: readonly Party[]): Sentence => {
  const names = (language: keyof Sentence, and: string): string => {
    const words = parties.map((party) => PARTY_WORDS[party][language]);
    const last = words.at(-1) ?? '';
    return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${and} ${last}`;
  };
  return { nl: names('nl', 'en'), en: names('en', 'and') };
};

/** What a party on its own gains or pays, when that has a name. */
const ALONE: Readonly<Partial<Record<Party, { readonly gains?: Sentence; readonly pays?: Sentence }>>> = {
  hospital: {
    gains: { nl: 'wint bedden', en: 'gains beds' },
    pays: { nl: 'verliest bedden', en: 'loses beds' },
  },
  'care-provider': { pays: { nl: 'betalen de diensten', en: 'pay for the shifts' } },
  'home-care': { pays: { nl: 'betaalt de starts in het weekend', en: 'pays for the starts in the weekend' } },
  municipality: { pays: { nl: 'betaalt de nachten', en: 'pays for the nights' } },
  insurer: { pays: { nl: 'betaalt de beddagen', en: 'pays for the bed days' } },
};

/** Who is better off and who is worse off, in one sentence each. */
export const sideWords = (parties: readonly Party[], which: 'gains' | 'pays'): Sentence => {
  const names = capital(partyNames(parties));
  const [first] = parties;
  const alone = parties.length === 1 && first !== undefined ? ALONE[first]?.[which] : undefined;
  if (alone !== undefined) return { nl: `${names.nl} ${alone.nl}.`, en: `${names.en} ${alone.en}.` };
  const one = parties.length === 1 && first !== undefined && PARTY_WORDS[first].one;
  const [good, bad] = [
    { nl: one ? 'heeft voordeel' : 'hebben voordeel', en: one ? 'is better off' : 'are better off' },
    { nl: one ? 'heeft nadeel' : 'hebben nadeel', en: one ? 'is worse off' : 'are worse off' },
  ] as const;
  const verb = which === 'gains' ? good : bad;
  return { nl: `${names.nl} ${verb.nl}.`, en: `${names.en} ${verb.en}.` };
};

/** A figure going down and going up, with `{n}` and behind it `{range}`. */
interface Ways {
  readonly less: Sentence;
  readonly more: Sentence;
  /** From the figure to what is said: a share as people of a hundred. */
  readonly times: number;
}

const WAYS: Readonly<Record<Party, Ways>> = {
  gp: {
    less: {
      nl: 'Wie thuis wacht, heeft {n} dagen eerder een plek{range}.',
      en: 'People who wait at home have a place {n} days sooner{range}.',
    },
    more: {
      nl: 'Wie thuis wacht, heeft {n} dagen later een plek{range}.',
      en: 'People who wait at home have a place {n} days later{range}.',
    },
    times: 1,
  },
  hospital: {
    less: {
      nl: 'Het ziekenhuis wint {n} beddagen per jaar{range}.',
      en: 'The hospital gains {n} bed days a year{range}.',
    },
    more: {
      nl: 'Het ziekenhuis verliest {n} beddagen per jaar{range}.',
      en: 'The hospital loses {n} bed days a year{range}.',
    },
    times: 1,
  },
  'care-provider': {
    less: {
      nl: 'De verpleeghuizen hebben in avond en weekend {n} fte minder nodig{range}.',
      en: 'The nursing homes need {n} fewer full-time posts for evenings and weekends{range}.',
    },
    more: {
      nl: 'De verpleeghuizen hebben in avond en weekend {n} fte meer nodig{range}.',
      en: 'The nursing homes need {n} more full-time posts for evenings and weekends{range}.',
    },
    times: 1,
  },
  'home-care': {
    less: {
      nl: 'De thuiszorg start per weekend {n} keer minder{range}.',
      en: 'Home care starts {n} fewer times a weekend{range}.',
    },
    more: {
      nl: 'De thuiszorg start per weekend {n} keer vaker{range}.',
      en: 'Home care starts {n} more times a weekend{range}.',
    },
    times: 1,
  },
  municipality: {
    less: {
      nl: 'De gemeente heeft {n} nachten logeren per jaar minder{range}.',
      en: 'The municipality has {n} fewer respite nights a year{range}.',
    },
    more: {
      nl: 'De gemeente heeft {n} nachten logeren per jaar meer{range}.',
      en: 'The municipality has {n} more respite nights a year{range}.',
    },
    times: 1,
  },
  insurer: {
    less: {
      nl: 'De zorgverzekeraar betaalt {n} beddagen per jaar minder{range}.',
      en: 'The insurer pays {n} fewer bed days a year{range}.',
    },
    more: {
      nl: 'De zorgverzekeraar betaalt {n} beddagen per jaar meer{range}.',
      en: 'The insurer pays {n} more bed days a year{range}.',
    },
    times: 1,
  },
  residents: {
    less: {
      nl: 'Van de 100 inwoners hebben er {n} minder binnen 3 dagen een plek{range}.',
      en: 'Of 100 residents, {n} fewer have a place within 3 days{range}.',
    },
    more: {
      nl: 'Van de 100 inwoners hebben er {n} meer binnen 3 dagen een plek{range}.',
      en: 'Of 100 residents, {n} more have a place within 3 days{range}.',
    },
    times: 100,
  },
};

const said = (pattern: Sentence, { mean, from, until }: Estimate, times: number): Sentence => {
  const decimals = decimalsFor(Math.abs(mean * times));
  const n = numberWords(Math.abs(mean * times), decimals);
  const range = rangeWords(from * times, until * times, decimals);
  return {
    nl: fill(pattern.nl, { n: n.nl, range: range.nl }),
    en: fill(pattern.en, { n: n.en, range: range.en }),
  };
};

/** Is the difference large enough to be a number with two decimals. */
export const canBeSaid = ({ party, difference }: PartyRow): boolean =>
  Math.abs(difference.mean) * WAYS[party].times >= 0.005;

/** What changes for one party, with how sure that is; only for a difference that is one. */
export const changeWords = ({ party, difference }: PartyRow): Sentence => {
  const { less, more, times } = WAYS[party];
  return said(difference.mean < 0 ? less : more, difference, times);
};

/** What it does to the account of one party; only when it gains or pays. */
export const moneyWords = ({ party, money }: PartyRow): Sentence => {
  const decimals = 0;
  const round = (euros: number): number => Math.round(euros / 1000) * 1000;
  const [mean, from, until] =
    Math.abs(money.mean) < 10_000
      ? [money.mean, money.from, money.until]
      : [round(money.mean), round(money.from), round(money.until)];
  const n = numberWords(Math.abs(mean), decimals);
  const range = rangeWords(from, until, decimals);
  const name = capital(partyName(party));
  const one = PARTY_WORDS[party].one;
  return money.kind === 'gains'
    ? {
        nl: `${name.nl} ${one ? 'houdt' : 'houden'} € ${n.nl} per jaar over${range.nl}.`,
        en: `${name.en} ${one ? 'keeps' : 'keep'} € ${n.en} a year${range.en}.`,
      }
    : {
        nl: `${name.nl} ${one ? 'betaalt' : 'betalen'} € ${n.nl} per jaar${range.nl}.`,
        en: `${name.en} ${one ? 'pays' : 'pay'} € ${n.en} a year${range.en}.`,
      };
};
