import type { Sentence } from '#kernel/refusal.ts';
import type { AgreementRules } from '#modules/region/types-agreement.ts';
import { type AgreementRule, type NumberRule, numberIn } from './agreement-rules.ts';

/** The chapters of the agreement, in the order in which it is read. */
export const CHAPTERS = [
  'answer',
  'crisis',
  'choice',
  'gone',
  'waiting',
  'ladder',
  'fresh',
  'consult',
] as const;
export type Chapter = (typeof CHAPTERS)[number];

/** The name of an organisation by its id. */
export type NameOf = (organisationId: string) => string;

/** How one rule is told: what counts, and the short form that follows "was". */
interface RuleWords {
  readonly chapter: Chapter;
  readonly says: (rules: AgreementRules, nameOf: NameOf) => Sentence;
  readonly short: (rules: AgreementRules, nameOf: NameOf) => Sentence;
}

const both = (text: string): Sentence => ({ nl: text, en: text });
const count = (n: number, [nl, nls, en, ens]: readonly [string, string, string, string]): Sentence => ({
  nl: `${n} ${n === 1 ? nl : nls}`,
  en: `${n} ${n === 1 ? en : ens}`,
});
const MINUTES = ['minuut', 'minuten', 'minute', 'minutes'] as const;
const HOURS = ['uur', 'uur', 'hour', 'hours'] as const;
const DAYS = ['dag', 'dagen', 'day', 'days'] as const;

/** A length of time as it stands in an agreement, exact: `45 minuten`, `2 uur`, `2 uur en 30 minuten`, `3 dagen`. */
export const lengthWords = (minutes: number): Sentence => {
  if (minutes >= 2880 && minutes % 1440 === 0) return count(minutes / 1440, DAYS);
  if (minutes % 60 === 0 && minutes > 0) return count(minutes / 60, HOURS);
  if (minutes < 120) return count(minutes, MINUTES);
  const [hours, rest] = [count(Math.floor(minutes / 60), HOURS), count(minutes % 60, MINUTES)];
  return { nl: `${hours.nl} en ${rest.nl}`, en: `${hours.en} and ${rest.en}` };
};

const houses = (n: number): Sentence => count(n, ['huis', 'huizen', 'house', 'houses']);
const beds = (n: number): Sentence => count(n, ['bed', 'bedden', 'bed', 'beds']);

/** A rule in minutes, houses or beds: `{}` in the sentence is the number. */
const number = (
  chapter: Chapter,
  rule: NumberRule,
  nl: string,
  en: string,
  words: (n: number) => Sentence = lengthWords,
): RuleWords => {
  const short = (rules: AgreementRules): Sentence => words(numberIn(rules, rule));
  return {
    chapter,
    short,
    says: (rules) => ({ nl: nl.replace('{}', short(rules).nl), en: en.replace('{}', short(rules).en) }),
  };
};

/** A rule that is one of two: each told in full, and in short. */
const either = (
  chapter: Chapter,
  isFirst: (rules: AgreementRules) => boolean,
  [first, second]: readonly [first: readonly [Sentence, Sentence], second: readonly [Sentence, Sentence]],
): RuleWords => ({
  chapter,
  says: (rules) => (isFirst(rules) ? first : second)[0],
  short: (rules) => (isFirst(rules) ? first : second)[1],
});

const word = (nl: string, en: string): Sentence => ({ nl, en });

/** All rules in words, in the order in which they are read. */
export const RULE_WORDS: Readonly<Record<AgreementRule, RuleWords>> = {
  answerMinutes: number(
    'answer',
    'answerMinutes',
    'Een huis antwoordt binnen {}.',
    'A house answers within {}.',
  ),
  holdMinutes: number(
    'answer',
    'holdMinutes',
    'Een bed blijft hooguit {} vast voor een aanvraag.',
    'A bed stays held for a request for {} at most.',
  ),
  parallelOffers: number(
    'answer',
    'parallelOffers',
    'Een aanvraag ligt bij hooguit {} tegelijk.',
    'A request lies with {} at once at most.',
    houses,
  ),
  heldOffers: number(
    'answer',
    'heldOffers',
    'Daarvan houden we hooguit {} vast.',
    'Of those we hold {} at most.',
    beds,
  ),
  autoNext: either('answer', ({ autoNext }) => autoNext, [
    [
      word(
        'Zegt een huis nee of niets, dan vraagt de toren vanzelf het volgende huis.',
        'When a house says no or nothing, the tower asks the next house by itself.',
      ),
      word('de toren vraagt vanzelf het volgende', 'the tower asks the next by itself'),
    ],
    [
      word(
        'Zegt een huis nee of niets, dan kiest de verwijzer of het loket het volgende huis.',
        'When a house says no or nothing, the referrer or the desk chooses the next house.',
      ),
      word('verwijzer of loket kiest het volgende', 'referrer or desk chooses the next'),
    ],
  ]),
  crisisForAll: either('crisis', ({ crisisForAll }) => crisisForAll, [
    [
      word('De crisisroute geldt nu voor alle aanvragen.', 'The crisis route now counts for all requests.'),
      word('voor alle aanvragen', 'for all requests'),
    ],
    [
      word(
        'De crisisroute geldt voor aanvragen met crisis.',
        'The crisis route counts for requests in crisis.',
      ),
      word('alleen bij crisis', 'in crisis only'),
    ],
  ]),
  'crisis.answerMinutes': number(
    'crisis',
    'crisis.answerMinutes',
    'Bij crisis antwoordt een huis binnen {}.',
    'In crisis a house answers within {}.',
  ),
  'crisis.holdMinutes': number(
    'crisis',
    'crisis.holdMinutes',
    'Bij crisis blijft een bed hooguit {} vast.',
    'In crisis a bed stays held for {} at most.',
  ),
  'crisis.parallelOffers': number(
    'crisis',
    'crisis.parallelOffers',
    'Bij crisis ligt een aanvraag bij hooguit {} tegelijk.',
    'In crisis a request lies with {} at once at most.',
    houses,
  ),
  'crisis.heldOffers': number(
    'crisis',
    'crisis.heldOffers',
    'Daarvan houden we bij crisis hooguit {} vast.',
    'Of those we hold {} at most in crisis.',
    beds,
  ),
  choice: either('choice', ({ choice }) => choice === 'first', [
    [
      word('Het eerste huis dat ja zegt, wordt het.', 'The first house that says yes, it will be.'),
      word('het eerste ja telt', 'the first yes counts'),
    ],
    [
      word(
        'De persoon of familie kiest uit de huizen die ja zeggen.',
        'The person or family chooses among the houses that say yes.',
      ),
      word('de persoon kiest', 'the person chooses'),
    ],
  ]),
  choiceMinutes: number(
    'choice',
    'choiceMinutes',
    'Mag iemand kiezen, dan binnen {} na het eerste ja.',
    'Who may choose does so within {} after the first yes.',
  ),
  goneBed: either('gone', ({ goneBed }) => goneBed === 'provider', [
    [
      word(
        'Blijkt een bed dat vrij heette weg, dan zoekt dat huis zelf een ander bed.',
        'When a bed that was called free is gone, that house finds another bed itself.',
      ),
      word('het huis zoekt', 'the house finds one'),
    ],
    [
      word(
        'Blijkt een bed dat vrij heette weg, dan zoekt het loket een ander bed.',
        'When a bed that was called free is gone, the desk finds another bed.',
      ),
      word('het loket zoekt', 'the desk finds one'),
    ],
  ]),
  goneMinutes: number(
    'gone',
    'goneMinutes',
    'Dat andere bed is er binnen {}.',
    'That other bed is there within {}.',
  ),
  waitingList: either('waiting', ({ waitingList }) => waitingList, [
    [
      word(
        'Een aanvraag zonder plek mag wachten; het loket zoekt verder.',
        'A request without a place may wait; the desk searches on.',
      ),
      word('wachten mag', 'waiting is allowed'),
    ],
    [
      word(
        'Er is geen wachtlijst: een aanvraag krijgt een plek, of het antwoord ‘geen plek’.',
        'There is no waiting list: a request gets a place, or the answer "no place".',
      ),
      word('geen wachtlijst', 'no waiting list'),
    ],
  ]),
  'searchMinutes.crisis': number(
    'ladder',
    'searchMinutes.crisis',
    'Bij crisis vindt het loket binnen {} een volgende stap.',
    'In crisis the desk finds a next step within {}.',
  ),
  'searchMinutes.today': number(
    'ladder',
    'searchMinutes.today',
    'Moet het vandaag, dan binnen {}.',
    'When it must be today, within {}.',
  ),
  'searchMinutes.within-72-hours': number(
    'ladder',
    'searchMinutes.within-72-hours',
    'Moet het binnen 72 uur, dan binnen {}.',
    'When it must be within 72 hours, within {}.',
  ),
  'searchMinutes.planned': number(
    'ladder',
    'searchMinutes.planned',
    'Is het gepland, dan binnen {}.',
    'When it is planned, within {}.',
  ),
  insurerMinutes: number(
    'ladder',
    'insurerMinutes',
    'Is er {} na het versturen geen plek, dan vragen we de zorgverzekeraar (zorgplicht).',
    'When there is no place {} after sending, we ask the insurer (duty of care).',
  ),
  reportMinutes: number(
    'ladder',
    'reportMinutes',
    'Is er {} na het versturen nog geen plek, dan volgt een melding.',
    'When there is still no place {} after sending, a report follows.',
  ),
  deskPhone: {
    chapter: 'ladder',
    says: ({ deskPhone }) =>
      word(`Het loket is te bellen op ${deskPhone}.`, `The desk can be called at ${deskPhone}.`),
    short: ({ deskPhone }) => both(deskPhone),
  },
  oldAfterMinutes: number(
    'fresh',
    'oldAfterMinutes',
    'Na {} heet een cijfer oud.',
    'After {} a figure is called old.',
  ),
  tooOldAfterMinutes: number(
    'fresh',
    'tooOldAfterMinutes',
    'Na {} telt een cijfer niet meer mee: onbekend, bel.',
    'After {} a figure no longer counts: unknown, call.',
  ),
  silentAfterMinutes: number(
    'fresh',
    'silentAfterMinutes',
    'Na {} zonder bericht heet een koppeling stil.',
    'After {} without a word a link is called silent.',
  ),
  consultOrganisationId: {
    chapter: 'consult',
    says: ({ consultOrganisationId: id }, nameOf) =>
      id === null
        ? word('Er is nog niemand afgesproken die advies geeft.', 'Nobody was agreed yet who advises.')
        : word(
            `De specialist ouderengeneeskunde van ${nameOf(id)} geeft advies.`,
            `The specialist in elderly medicine of ${nameOf(id)} advises.`,
          ),
    short: ({ consultOrganisationId: id }, nameOf) =>
      id === null ? word('niemand', 'nobody') : both(nameOf(id)),
  },
  consultMinutes: number(
    'consult',
    'consultMinutes',
    'Een advies komt binnen {}.',
    'Advice comes within {}.',
  ),
};

/** The rules in reading order. */
export const RULES = Object.keys(RULE_WORDS) as AgreementRule[];
