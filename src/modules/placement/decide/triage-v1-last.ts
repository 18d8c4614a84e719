import type { TriageQuestion } from '#modules/placement/types-triage.ts';
import { ends, NO, UNSURE, YES } from './triage-v1-first.ts';

/** Version 1, the second half: which place. */
export const LAST_1: readonly TriageQuestion[] = [
  {
    id: 'rehabilitation',
    words: {
      nl: 'Zijn er doelen om te revalideren, bij iemand die kwetsbaar is, meer ziekten heeft en moeilijk leert?',
      en: 'Are there goals to rehabilitate, in somebody frail, with several illnesses, who learns with difficulty?',
    },
    why: { nl: 'Dan past GRZ beter dan ELV.', en: 'Then GRZ fits better than ELV.' },
    options: [
      ends(
        YES,
        'grz',
        'Er zijn doelen om te revalideren bij een kwetsbaar iemand met meer ziekten.',
        'There are goals to rehabilitate in somebody frail with several illnesses.',
      ),
      NO,
      UNSURE,
    ],
    usual: {
      value: 'no',
      words: { nl: 'Geen geriatrische revalidatie nodig', en: 'No geriatric rehabilitation needed' },
    },
  },
  {
    id: 'terminal',
    words: {
      nl: 'Is overlijden binnen ongeveer 3 maanden te verwachten, en lukt het thuis niet?',
      en: 'Is death expected within about 3 months, and is home not possible?',
    },
    why: {
      nl: 'Dan past een palliatieve plek of een hospice, naar de wens van de persoon.',
      en: 'Then a palliative place or a hospice fits, as the person wishes.',
    },
    options: [
      NO,
      ends(
        { value: 'elv', words: { nl: 'Ja, plek in een verpleeghuis', en: 'Yes, place in a nursing home' } },
        'elv-palliative',
        'De laatste maanden, en thuis lukt het niet.',
        'The last months, and home is not possible.',
      ),
      ends(
        { value: 'hospice', words: { nl: 'Ja, het liefst een hospice', en: 'Yes, preferably a hospice' } },
        'hospice',
        'De laatste maanden, thuis lukt het niet, en de wens is een hospice.',
        'The last months, home is not possible, and the wish is a hospice.',
      ),
      UNSURE,
    ],
    usual: {
      value: 'no',
      words: { nl: 'Overlijden is niet op korte termijn te verwachten', en: 'Death is not expected soon' },
    },
  },
  {
    id: 'home',
    words: {
      nl: 'Kan het nu veilig thuis, met extra thuiszorg of familie?',
      en: 'Is home safe now, with extra home care or family?',
    },
    why: {
      nl: 'Thuis met wijkverpleging gaat voor een opname.',
      en: 'Home with district nursing comes before admission.',
    },
    options: [
      ends(
        YES,
        'home-with-nursing',
        'Met extra thuiszorg of familie is het thuis veilig.',
        'With extra home care or family home is safe.',
      ),
      NO,
      UNSURE,
    ],
    usual: {
      value: 'no',
      words: {
        nl: 'Thuis lukt het nu niet, ook niet met extra thuiszorg',
        en: 'Home is not possible now, not even with extra home care',
      },
    },
  },
  {
    id: 'need',
    words: {
      nl: 'Is het verblijf medisch nodig: een wakend oog, verpleging op elk moment, of overnemen van de zorg?',
      en: 'Is the stay medically needed: a watchful eye, nursing at any moment, or taking over care?',
    },
    why: {
      nl: 'Viel alleen de mantelzorger uit, dan helpt de gemeente met logeren.',
      en: 'When only the carer dropped out, the municipality helps with a respite stay.',
    },
    options: [
      YES,
      ends(
        NO,
        'wmo-respite',
        'Geen medische reden voor verblijf; de mantelzorg moet worden opgevangen.',
        'No medical reason for a stay; informal care must be replaced.',
      ),
      UNSURE,
    ],
    usual: { value: 'yes', words: { nl: 'Verblijf is medisch nodig', en: 'The stay is medically needed' } },
  },
  {
    id: 'unclear',
    words: {
      nl: 'Is na onderzoek door de huisarts nog onduidelijk wat er aan de hand is?',
      en: 'Is it still unclear what is wrong after the GP examined?',
    },
    why: {
      nl: 'Dan kijkt een team eerst mee op een observatieplek.',
      en: 'Then a team observes first in an observation place.',
    },
    options: [
      ends(
        YES,
        'reo-observation',
        'Na onderzoek is de oorzaak nog niet duidelijk.',
        'After examination the cause is still not clear.',
      ),
      NO,
      UNSURE,
    ],
    usual: { value: 'no', words: { nl: 'Duidelijk wat er aan de hand is', en: 'It is clear what is wrong' } },
  },
  {
    id: 'return',
    words: {
      nl: 'Verwacht u dat deze persoon weer naar huis gaat, met of zonder zorg?',
      en: 'Do you expect this person to go home again, with or without care?',
    },
    why: {
      nl: 'ELV is tijdelijk en bedoeld om weer naar huis te gaan.',
      en: 'ELV is temporary and meant to go home again.',
    },
    options: [
      YES,
      ends(NO, 'wlz-talk', 'Terug naar huis is niet te verwachten.', 'Going home again is not expected.'),
      UNSURE,
    ],
    usual: { value: 'yes', words: { nl: 'Weer naar huis is het doel', en: 'Going home again is the goal' } },
  },
  {
    id: 'weight',
    words: { nl: 'Hoe zwaar is de zorg?', en: 'How heavy is the care?' },
    why: {
      nl: 'Bij laag blijft de huisarts de arts; bij hoog is dat de specialist ouderengeneeskunde.',
      en: 'With low the GP stays the doctor; with high it is the specialist in elderly medicine.',
    },
    options: [
      ends(
        {
          value: 'low',
          words: { nl: 'Laag: hulp bij wassen, stabiel', en: 'Low: help with washing, stable' },
        },
        'elv-low',
        'Eén stabiel probleem; de huisarts blijft de arts.',
        'One stable problem; the GP stays the doctor.',
      ),
      ends(
        { value: 'high', words: { nl: 'Hoog: ook behandeling', en: 'High: treatment too' } },
        'elv-high',
        'Meer problemen tegelijk; behandeling door een specialist ouderengeneeskunde.',
        'Several problems at once; treatment by a specialist in elderly medicine.',
      ),
      UNSURE,
    ],
    usual: null,
  },
];
