import type { Product, Property } from '#kernel/product.ts';
import { type Chance, pick } from '#kernel/seeded.ts';
import type { Reason, Trait, Urgency, Weight } from '#modules/placement/types.ts';

/** Why somebody needs a place, as a referrer writes it. `{Wie}` becomes Meneer or Mevrouw. */
export interface Story {
  readonly reason: Reason;
  readonly weight: Weight;
  readonly urgency: Urgency;
  readonly needs: readonly Property[];
  readonly traits: readonly Trait[];
  readonly remarks: string;
  readonly wish: string;
}

const story = (
  asked: Pick<Story, 'reason' | 'weight' | 'urgency'>,
  remarks: string,
  traits: readonly Trait[] = [],
  rest: Partial<Pick<Story, 'needs' | 'wish'>> = {},
): Story => ({ ...asked, remarks, traits, needs: [], wish: '', ...rest });

const LOW = { reason: 'recovery', weight: 'low', urgency: 'today' } as const;
const HIGH = { reason: 'recovery', weight: 'high', urgency: 'today' } as const;
const OBSERVE = { reason: 'observation', weight: 'unknown', urgency: 'today' } as const;
const LAST = { reason: 'palliative', weight: 'high', urgency: 'within-72-hours' } as const;
const REHAB = { reason: 'rehabilitation', weight: 'high', urgency: 'within-72-hours' } as const;
const CRISIS = { reason: 'crisis', weight: 'high', urgency: 'crisis' } as const;
const STAY = { reason: 'respite', weight: 'low', urgency: 'planned' } as const;

const STORIES: Readonly<Record<Product, readonly Story[]>> = {
  'elv-low': [
    story(LOW, '{Wie} is gevallen, niets gebroken. Kan de trap niet op en zich niet zelf wassen.', [
      'fall-risk',
    ]),
    story(LOW, '{Wie} heeft een gebroken pols en woont alleen. Aankleden en koken lukt niet.', [
      'home-care-needed',
    ]),
    story(
      { ...LOW, urgency: 'within-72-hours' },
      'Na griep erg verzwakt. Eet weer, maar loopt nog onzeker met rollator.',
      ['fall-risk'],
    ),
    story(
      LOW,
      'Wond aan het onderbeen, twee keer per dag verbinden. Thuiszorg kan dit deze week niet.',
      ['wound'],
      { wish: 'liefst dicht bij huis' },
    ),
    story(
      { ...LOW, urgency: 'within-72-hours' },
      'Klaar met behandeling in het ziekenhuis, mag drie weken niet belasten.',
      [],
      { wish: 'eigen kamer' },
    ),
  ],
  'elv-high': [
    story(
      HIGH,
      '{Wie} heeft een longontsteking en was al kwetsbaar. Parkinson, valt vaak. Fysiotherapie nodig.',
      ['fall-risk'],
    ),
    story(HIGH, 'Heup gekneusd na een val, diabetes met insuline, in de nacht verward.', [
      'fall-risk',
      'restless',
    ]),
    story(
      { ...HIGH, urgency: 'within-72-hours' },
      'Hartfalen, tien dagen opgenomen geweest. Moet weer leren traplopen.',
      ['home-care-needed'],
      { wish: 'partner moet met de bus kunnen komen' },
    ),
    story(
      HIGH,
      'Lift nodig bij elke verplaatsing, drukplek op de hiel, ergotherapie gevraagd.',
      ['lift', 'wound'],
      { needs: ['lift'] },
    ),
    story(
      { ...HIGH, weight: 'unknown' },
      'Meerdere problemen tegelijk: duizelig, afgevallen, medicijnen lopen door elkaar.',
      ['fall-risk'],
    ),
    story(HIGH, 'COPD, zuurstof 2 liter, na opvlamming nog te benauwd om alleen te zijn.', ['oxygen'], {
      needs: ['oxygen'],
    }),
    story({ ...HIGH, urgency: 'within-72-hours' }, 'Bekkenfractuur, bedrust tot maandag, daarna opbouwen.', [
      'home-care-needed',
    ]),
  ],
  'elv-palliative': [
    story(LAST, 'Uitgezaaide longkanker. {Wie} wil graag dicht bij de familie zijn.', ['oxygen'], {
      needs: ['oxygen'],
      wish: 'huiskamer, geen ziekenhuis',
    }),
    story({ ...LAST, urgency: 'today' }, 'Laatste weken. De familie is op, thuis gaat niet meer.', []),
    story(LAST, 'Eindstadium hartfalen, wil niet meer naar het ziekenhuis. Comfortabel houden.', [], {
      wish: 'hond mag op bezoek komen',
    }),
    story(LAST, 'Alvleesklierkanker, pijnpomp loopt. Gesprek over wensen is gevoerd.', ['home-care-needed']),
  ],
  'reo-observation': [
    story(
      OBSERVE,
      '{Wie} valt sinds drie weken en eet slecht. De partner kan het niet meer aan. Wat is er aan de hand, en wat is nodig om thuis te blijven?',
      ['fall-risk', 'restless', 'partner'],
    ),
    story(OBSERVE, 'Sinds een maand achteruit in denken en doen. Is dit een delier of dementie?', [
      'dementia',
    ]),
    story(
      OBSERVE,
      'Derde keer deze maand op de spoedeisende hulp met duizeligheid. Kijk mee naar medicijnen en dagritme.',
      ['fall-risk'],
    ),
    story(
      OBSERVE,
      'Buren maken zich zorgen: ligt overdag in bed, is vermagerd. Kan dit thuis nog met meer hulp?',
      ['home-care-needed'],
    ),
  ],
  grz: [
    story(REHAB, 'Nieuwe heup na breuk, vijf dagen na operatie. Wil weer zelfstandig wonen.', ['fall-risk'], {
      wish: 'liefst in Assen',
    }),
    story(REHAB, 'Herseninfarct links, loopt met hulp, praat weer in korte zinnen.', ['lift']),
    story(REHAB, 'Onderbeen afgezet, prothese volgt. Thuis is aangepast.', ['wound'], { needs: ['lift'] }),
    story(REHAB, 'Na lange opname op de intensive care, spierkracht moet terugkomen.', ['home-care-needed']),
  ],
  'wlz-crisis': [
    story(
      CRISIS,
      '{Wie} dwaalt in de nacht op straat. De partner is uitgevallen. Opname binnen 24 uur nodig.',
      ['dementia', 'restless'],
      { needs: ['closed-ward'] },
    ),
    story(
      CRISIS,
      'Mantelzorger in het ziekenhuis. {Wie} kan geen uur alleen zijn, Wlz-indicatie is er.',
      ['dementia'],
      { needs: ['closed-ward'] },
    ),
    story(
      CRISIS,
      'Agressief naar de thuiszorg, laat niemand meer binnen. CIZ beslist binnen twee weken.',
      ['dementia', 'restless'],
      { needs: ['closed-ward'] },
    ),
  ],
  respite: [
    story(STAY, 'Mantelzorger gaat een week weg om bij te komen.', ['partner']),
    story(
      { ...STAY, urgency: 'within-72-hours' },
      'Mantelzorger wordt geopereerd. Situatie is stabiel, hulp bij wassen en aankleden.',
      ['home-care-needed'],
      { wish: 'mantelzorger belt elke avond' },
    ),
    story(STAY, 'Logeren tot de badkamer thuis klaar is.', []),
  ],
};

/** Draws a story for a product, told about this person. */
export const storyFor = (chance: Chance, product: Product, sex: string): Story => {
  const found = pick(chance, STORIES[product]);
  return { ...found, remarks: found.remarks.replaceAll('{Wie}', sex === 'male' ? 'Meneer' : 'Mevrouw') };
};
