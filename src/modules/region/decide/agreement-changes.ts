import type { Sentence } from '#kernel/refusal.ts';
import type { AgreementRules } from '#modules/region/types-agreement.ts';
import { type AgreementRule, BOUNDS, type NumberRule, numberIn } from './agreement-rules.ts';
import { lengthWords, type NameOf, RULE_WORDS, RULES } from './agreement-words.ts';

/** One change in words: what will count and what counted, and what that does to people and beds. */
export interface AgreementChange {
  readonly rule: AgreementRule;
  readonly says: Sentence;
  /** Null when the sentence itself says it all. */
  readonly means: Sentence | null;
}

const say = (nl: string, en: string): Sentence => ({ nl, en });

/** What it does when a number goes down, and when it goes up. */
type Meaning = readonly [
  less: (after: AgreementRules) => Sentence,
  more: (after: AgreementRules) => Sentence,
];

const always = (less: Sentence, more: Sentence): Meaning => [() => less, () => more];

/** Silence ends the holding: the answer deadline is what a bed really waits for. */
const silentHouse =
  (minutes: (rules: AgreementRules) => number) =>
  (after: AgreementRules): Sentence => {
    const { nl, en } = lengthWords(minutes(after));
    return say(
      `Een bed blijft daardoor hooguit ${nl} vast als het huis zwijgt.`,
      `A bed therefore stays held for ${en} at most when the house is silent.`,
    );
  };

const HOLD = always(
  say('Een bed komt eerder vrij voor een ander.', 'A bed is free for others sooner.'),
  say('Een bed staat langer vast voor één aanvraag.', 'A bed stands held longer for one request.'),
);
const PARALLEL = always(
  say(
    'Een huis wordt minder vaak voor niets gevraagd; een nee kost meer tijd.',
    'Fewer houses are asked in vain; a no costs more time.',
  ),
  say(
    'Sneller een ja; vaker hoort een huis dat het niet meer nodig is.',
    'A yes comes sooner; more houses hear that they are not needed any more.',
  ),
);
const HELD = always(
  say('Er blijven meer bedden vrij voor anderen.', 'More beds stay free for others.'),
  say('Er staan meer bedden vast voor één aanvraag.', 'More beds stand held for one request.'),
);
const SEARCH = always(
  say('Het loket ziet deze aanvragen eerder bovenaan staan.', 'The desk sees these requests on top sooner.'),
  say(
    'Deze aanvragen wachten langer voor het loket aan de beurt is.',
    'These requests wait longer before it is the turn of the desk.',
  ),
);
const RUNG = always(
  say(
    'Een aanvraag zonder plek gaat eerder een trede omhoog.',
    'A request without a place climbs a rung sooner.',
  ),
  say(
    'Een aanvraag zonder plek blijft langer bij de regio zelf.',
    'A request without a place stays with the region longer.',
  ),
);

const MEANINGS: Partial<Readonly<Record<NumberRule, Meaning>>> = {
  answerMinutes: [silentHouse((after) => after.answerMinutes), silentHouse((after) => after.answerMinutes)],
  'crisis.answerMinutes': [
    silentHouse((after) => after.crisis.answerMinutes),
    silentHouse((after) => after.crisis.answerMinutes),
  ],
  holdMinutes: HOLD,
  'crisis.holdMinutes': HOLD,
  parallelOffers: PARALLEL,
  'crisis.parallelOffers': PARALLEL,
  heldOffers: HELD,
  'crisis.heldOffers': HELD,
  choiceMinutes: always(
    say(
      'Familie heeft minder tijd; de andere huizen weten het eerder.',
      'The family has less time; the other houses know sooner.',
    ),
    say(
      'Familie heeft meer tijd; bedden staan zo lang vast.',
      'The family has more time; beds stand held that long.',
    ),
  ),
  'searchMinutes.crisis': SEARCH,
  'searchMinutes.today': SEARCH,
  'searchMinutes.within-72-hours': SEARCH,
  'searchMinutes.planned': SEARCH,
  insurerMinutes: RUNG,
  reportMinutes: RUNG,
  oldAfterMinutes: always(
    say(
      'Afdelingen zeggen vaker ‘klopt nog’; cijfers zijn verser.',
      'Wards confirm more often; figures are fresher.',
    ),
    say('Afdelingen hoeven minder vaak ‘klopt nog’ te zeggen.', 'Wards need to confirm less often.'),
  ),
  tooOldAfterMinutes: always(
    say('Een oud cijfer telt eerder niet meer als vrij.', 'An old figure stops counting as free sooner.'),
    say('Een oud cijfer telt langer als vrij.', 'An old figure counts as free longer.'),
  ),
};

/** What it does when a rule that is a choice becomes what it will be. */
const CHOSEN: Partial<Readonly<Record<AgreementRule, (after: AgreementRules) => Sentence>>> = {
  crisisForAll: ({ crisisForAll }) =>
    crisisForAll
      ? say(
          'Elke aanvraag krijgt de korte klokken van de crisisroute.',
          'Every request gets the short clocks of the crisis route.',
        )
      : say('Alleen bij crisis gelden nog de korte klokken.', 'The short clocks count in crisis only again.'),
  choice: ({ choice, choiceMinutes }) => {
    const { nl, en } = lengthWords(choiceMinutes);
    return choice === 'person'
      ? say(
          `Een ja staat hooguit ${nl} open tot de keuze is gemaakt.`,
          `A yes stays open for ${en} at most until the choice is made.`,
        )
      : say(
          'Andere huizen horen bij het eerste ja dat het niet meer nodig is.',
          'Other houses hear at the first yes that they are not needed any more.',
        );
  },
  autoNext: ({ autoNext }) =>
    autoNext
      ? say('Een nee kost geen tijd van verwijzer of loket.', 'A no costs referrer and desk no time.')
      : say(
          'Na een nee wacht een aanvraag tot iemand kiest.',
          'After a no a request waits until somebody chooses.',
        ),
  waitingList: ({ waitingList }) =>
    waitingList
      ? say(
          'Het loket houdt aanvragen zonder plek in de rij.',
          'The desk keeps requests without a place in the row.',
        )
      : say(
          'Wie geen plek krijgt, telt meteen als ‘geen plek’.',
          'Who gets no place counts as "no place" at once.',
        ),
  goneBed: ({ goneBed }) =>
    goneBed === 'provider'
      ? say(
          'De verwijzer hoeft niet opnieuw te zoeken; het huis belt.',
          'The referrer need not search again; the house calls.',
        )
      : say('Het huis meldt het; het loket neemt het over.', 'The house tells it; the desk takes over.'),
};

const meansOf = (rule: AgreementRule, before: AgreementRules, after: AgreementRules): Sentence | null => {
  if (!(rule in BOUNDS)) return CHOSEN[rule]?.(after) ?? null;
  const [less, more] = MEANINGS[rule as NumberRule] ?? [];
  return (
    (numberIn(after, rule as NumberRule) < numberIn(before, rule as NumberRule) ? less : more)?.(after) ??
    null
  );
};

const valueIn = (rules: AgreementRules, rule: AgreementRule): unknown =>
  rule in BOUNDS ? numberIn(rules, rule as NumberRule) : rules[rule as Exclude<AgreementRule, NumberRule>];

const withWas = (after: string, was: string): string => `${after.replace(/\.$/, '')} (was ${was}).`;

/** What changes from one agreement to the next, in words, in the order in which it is read; nothing when nothing does. */
export const changesIn = (before: AgreementRules, after: AgreementRules, nameOf: NameOf): AgreementChange[] =>
  RULES.filter((rule) => valueIn(before, rule) !== valueIn(after, rule)).map((rule) => {
    const words = RULE_WORDS[rule];
    const [says, was] = [words.says(after, nameOf), words.short(before, nameOf)];
    return {
      rule,
      says: { nl: withWas(says.nl, was.nl), en: withWas(says.en, was.en) },
      means: meansOf(rule, before, after),
    };
  });
