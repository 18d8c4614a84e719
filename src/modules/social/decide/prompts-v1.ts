import type { TalkPart } from '#modules/social/types-conversation.ts';

/** A sentence in both languages. */
interface Sentence {
  readonly nl: string;
  readonly en: string;
}

/** How a part is asked: what it is called, the question, and things somebody may think of. */
export interface Prompt {
  readonly part: TalkPart;
  readonly name: Sentence;
  readonly ask: Sentence;
  readonly think: readonly Sentence[];
}

/** What one version of the prompts says; a version that was used never changes. */
export interface Prompts {
  readonly version: number;
  /** Where positive health and its own questionnaire come from: linked to, not copied. */
  readonly source: string;
  readonly prompts: readonly Prompt[];
}

const prompt = (
  part: TalkPart,
  [nameNl, nameEn]: readonly [string, string],
  [askNl, askEn]: readonly [string, string],
  think: readonly (readonly [string, string])[],
): Prompt => ({
  part,
  name: { nl: nameNl, en: nameEn },
  ask: { nl: askNl, en: askEn },
  think: think.map(([nl, en]) => ({ nl, en })),
});

/** The first version, in words of our own. */
export const PROMPTS_V1: Prompts = {
  version: 1,
  source: 'https://www.iph.nl/',
  prompts: [
    prompt(
      'bodily',
      ['Lichaam', 'Body'],
      ['Hoe gaat het met uw lichaam?', 'How is your body doing?'],
      [
        ['slapen en moe zijn', 'sleeping and being tired'],
        ['pijn of klachten', 'pain or complaints'],
        ['bewegen en eten', 'moving and eating'],
      ],
    ),
    prompt(
      'mental',
      ['Gedachten en gevoelens', 'Thoughts and feelings'],
      ['Hoe gaat het in uw hoofd?', 'How are things in your head?'],
      [
        ['piekeren of rust', 'worrying or calm'],
        ['blij, bang, somber of boos zijn', 'being happy, afraid, low or angry'],
        ['dingen onthouden', 'remembering things'],
      ],
    ),
    prompt(
      'meaning',
      ['Zingeving', 'Meaning'],
      ['Waar komt u uw bed voor uit?', 'What do you get out of bed for?'],
      [
        ['iets om naar uit te kijken', 'something to look forward to'],
        ['geloof, natuur, muziek of kleinkinderen', 'faith, nature, music or grandchildren'],
        ['nog iets willen leren of doen', 'still wanting to learn or do something'],
      ],
    ),
    prompt(
      'quality',
      ['Kwaliteit van leven', 'Quality of life'],
      ['Is uw leven zoals u het graag wilt?', 'Is your life the way you like it?'],
      [
        ['genieten van een dag', 'enjoying a day'],
        ['u veilig voelen in uw huis', 'feeling safe in your home'],
        ['rondkomen met uw geld', 'getting by with your money'],
      ],
    ),
    prompt(
      'taking-part',
      ['Meedoen', 'Taking part'],
      ['Met wie deelt u uw dagen?', 'With whom do you share your days?'],
      [
        ['familie, vrienden en buren', 'family, friends and neighbours'],
        ['u alleen voelen', 'feeling lonely'],
        ['werk, school, een club of iemand helpen', 'work, school, a club or helping somebody'],
      ],
    ),
    prompt(
      'daily',
      ['Dagelijks leven', 'Daily life'],
      ['Lukken de gewone dingen van een dag?', 'Do the ordinary things of a day work out?'],
      [
        ['wassen, koken en het huis', 'washing, cooking and the house'],
        ['brieven, geld en afspraken', 'letters, money and appointments'],
        ['ergens heen gaan, hulp vragen', 'going somewhere, asking for help'],
      ],
    ),
    prompt(
      'matters',
      ['Wat is belangrijk voor mij', 'What matters to me'],
      ['Wat vindt u nu het belangrijkst?', 'What matters most to you now?'],
      [],
    ),
    prompt(
      'self',
      ['Wat kan ik zelf', 'What I can do myself'],
      ['Wat kunt en wilt u zelf doen?', 'What can you and will you do yourself?'],
      [],
    ),
    prompt(
      'network',
      ['Wat kan mijn netwerk', 'What my network can do'],
      ['Wie om u heen kan iets doen, en wat?', 'Who around you can do something, and what?'],
      [],
    ),
    prompt(
      'need',
      ['Wat heb ik nodig', 'What I need'],
      ['Waar wilt u hulp bij, en van wie?', 'What do you want help with, and from whom?'],
      [],
    ),
  ],
};
