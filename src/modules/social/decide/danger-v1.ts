import { plainOf } from './plain.ts';

/** A line that somebody in danger can call at once, and the words after which it is shown. */
interface DangerLine {
  readonly code: 'self-harm' | 'violence';
  readonly phone: string;
  readonly site: string;
  /** Who publishes the number, and where. */
  readonly source: string;
  readonly words: readonly string[];
}

/**
 * Version 1 of the lines. The numbers are those of their own sites; the words are ours, chosen wide: a line too many costs
 * a glance. They stand beside the ranking and never in it.
 */
const DANGER_LINES_V1: readonly DangerLine[] = [
  {
    code: 'self-harm',
    phone: '113',
    site: 'https://www.113.nl',
    source: 'Stichting 113 Zelfmoordpreventie, https://www.113.nl/heb-je-nu-hulp-nodig',
    words:
      'zelfmoord|zelfdoding|suicid|dood wil|wil dood|dood zijn|dood gaan|was ik maar dood|liever dood|niet meer leven|niet meer wakker worden|einde aan maken|einde maken|eind aan maken|leven beeindigen|er niet meer zijn|zelfbeschadiging|mezelf pijn|mezelf iets aan|mezelf snijden|snij mezelf|van het dak|voor de trein|kill myself|suicide|want to die|end my life'.split(
        '|',
      ),
  },
  {
    code: 'violence',
    phone: '0800 2000',
    site: 'https://veiligthuis.nl',
    source: 'Landelijk Netwerk Veilig Thuis, https://veiligthuis.nl',
    words:
      'slaat mij|slaat me|mishandel|geslagen|huiselijk geweld|bang voor mijn man|bang voor mijn vrouw|bang voor mijn partner|bedreigt mij|bedreigt me|verkracht|misbruikt|hits me|beats me'.split(
        '|',
      ),
  },
];

/** The lines to show for what somebody typed so far. */
export const dangerIn = (typed: string): readonly DangerLine[] => {
  const plain = ` ${plainOf(typed)}`;
  return DANGER_LINES_V1.filter(({ words }) => words.some((word) => plain.includes(` ${word}`)));
};
