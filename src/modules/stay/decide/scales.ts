import type { ScaleItem, ScaleKind, ScaleSpec } from '#modules/stay/types-observation.ts';

const item = (code: string, max: number, nl: string, en: string): ScaleItem => ({ code, nl, en, max });

/**
 * Scales as facts: how many points an item can have, and from which total on it says what. The words are our own and short;
 * whoever scores knows the scale. No sentence of a questionnaire stands here.
 */
export const SCALES: Readonly<Record<ScaleKind, ScaleSpec>> = {
  // Delirium observation screening, 13 signs of 0 or 1; 3 or more asks for a look by a doctor (Schuurmans 2003, Res Theory
  // Nurs Pract 17:31). Each sign is written so that 1 is "seen"; the day is the mean over its shifts.
  dos: {
    scale: 'dos',
    kind: 'restlessness',
    of: 13,
    items: [
      item('dozing', 1, 'Dommelt weg', 'Dozes off'),
      item('distracted', 1, 'Snel afgeleid', 'Easily distracted'),
      item('attention', 1, 'Aandacht lukt niet', 'Cannot keep attention'),
      item('unfinished', 1, 'Maakt zin niet af', 'Leaves sentences open'),
      item('answers', 1, 'Antwoord past niet', 'Answer does not fit'),
      item('slow', 1, 'Reageert traag', 'Reacts slowly'),
      item('elsewhere', 1, 'Denkt ergens anders te zijn', 'Believes to be elsewhere'),
      item('time', 1, 'Weet dagdeel niet', 'Does not know the time of day'),
      item('recent', 1, 'Vergeet wat net was', 'Forgets what just was'),
      item('restless', 1, 'Plukt, onrustig', 'Picks, restless'),
      item('lines', 1, 'Trekt aan slangen', 'Pulls at lines'),
      item('emotional', 1, 'Plotseling emotioneel', 'Suddenly emotional'),
      item('perceives', 1, 'Ziet of hoort wat er niet is', 'Sees or hears what is not there'),
    ],
    bands: [
      { from: 0, code: 'calm', nl: 'geen onrust', en: 'no restlessness', out: false },
      {
        from: 3,
        code: 'restless',
        nl: 'onrust: kijk naar een delier',
        en: 'restless: look for delirium',
        out: true,
      },
    ],
  },
  // SNAQ 65+ (Wijnhoven 2012, Clin Nutr 31:351; Stuurgroep Ondervoeding): 4 kg or more lost in half a year, or an upper arm
  // under 25 cm: undernourished. Little appetite together with trouble on the stairs: at risk. The total is the group.
  snaq65: {
    scale: 'snaq65',
    kind: 'nutrition',
    of: 2,
    items: [
      item('weightLoss', 1, '4 kg of meer afgevallen in 6 maanden', 'Lost 4 kg or more in 6 months'),
      item('upperArm', 1, 'Bovenarm onder 25 cm', 'Upper arm under 25 cm'),
      item('appetite', 1, 'Weinig trek', 'Little appetite'),
      item('stairs', 1, 'Moeite met de trap', 'Trouble on the stairs'),
    ],
    bands: [
      { from: 0, code: 'well-fed', nl: 'goed gevoed', en: 'well nourished', out: false },
      { from: 1, code: 'at-risk', nl: 'risico op ondervoeding', en: 'risk of undernutrition', out: true },
      { from: 2, code: 'undernourished', nl: 'ondervoed', en: 'undernourished', out: true },
    ],
  },
  // Barthel 0-20 (Collin, Wade 1988, Int Disabil Stud 10:61; Dutch bands: de Haan 1993). More is more by oneself.
  barthel: {
    scale: 'barthel',
    kind: 'self-care',
    of: 20,
    items: [
      item('bowels', 2, 'Ontlasting', 'Bowels'),
      item('bladder', 2, 'Plassen', 'Bladder'),
      item('grooming', 1, 'Verzorgen', 'Grooming'),
      item('toilet', 2, 'Toilet', 'Toilet'),
      item('feeding', 2, 'Eten', 'Feeding'),
      item('transfers', 3, 'Bed en stoel', 'Bed and chair'),
      item('mobility', 3, 'Lopen', 'Walking'),
      item('dressing', 2, 'Aankleden', 'Dressing'),
      item('stairs', 2, 'Trap', 'Stairs'),
      item('bathing', 1, 'Wassen', 'Bathing'),
    ],
    bands: [
      { from: 0, code: 'dependent', nl: 'heeft alle hulp nodig', en: 'needs all help', out: true },
      { from: 5, code: 'much-help', nl: 'heeft veel hulp nodig', en: 'needs much help', out: true },
      { from: 10, code: 'some-help', nl: 'doet veel zelf, met hulp', en: 'does much with help', out: false },
      {
        from: 15,
        code: 'little-help',
        nl: 'redt zich met weinig hulp',
        en: 'manages with little help',
        out: false,
      },
      { from: 20, code: 'independent', nl: 'doet alles zelf', en: 'does everything alone', out: false },
    ],
  },
};

const sum = (points: Readonly<Record<string, number>>, { items }: ScaleSpec): number =>
  items.reduce((total, { code }) => total + (points[code] ?? 0), 0);

const snaqGroup = (points: Readonly<Record<string, number>>): number => {
  if (points['weightLoss'] === 1 || points['upperArm'] === 1) return 2;
  return points['appetite'] === 1 && points['stairs'] === 1 ? 1 : 0;
};

/** The total of a scale, counted from its items. */
export const totalOf = (scale: ScaleKind, points: Readonly<Record<string, number>>): number =>
  scale === 'snaq65' ? snaqGroup(points) : sum(points, SCALES[scale]);

/** What a total says: the highest band it reaches. */
export const bandOf = (scale: ScaleKind, total: number): ScaleSpec['bands'][number] => {
  const band = SCALES[scale].bands.findLast(({ from }) => total >= from);
  if (band === undefined) throw new Error(`${scale} has no band for ${total}`);
  return band;
};
