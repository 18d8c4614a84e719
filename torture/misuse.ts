import { atLeast, atMost, type Figure } from '#bench/figure.ts';
import { judged, monthOf } from '#modules/review/misuse.fixture.ts';
import { judgedInHouse } from './misuse/house.ts';

const LOOKS = 50_000;
const IMPROPER = 30;

/**
 * Hides thirty improper looks in a month of fifty thousand and counts what is raised, and what for nothing: by the rules
 * alone, and once in the log of a real house, where the database compares the names and the alerts are kept.
 */
export const run = async (rounds = 3): Promise<Figure[]> => {
  const months = Array.from({ length: rounds }, (_, seed) => judged(monthOf(seed + 1, LOOKS, IMPROPER)));
  const kept = await judgedInHouse(monthOf(rounds + 1, LOOKS, IMPROPER));
  const all = [...months, kept];
  return [
    atLeast(
      'misuse: improper looks raised of 30',
      Math.min(...all.map(({ raised }) => raised)),
      '',
      IMPROPER,
    ),
    atMost('misuse: false alarms', Math.max(...all.map(({ falseAlarms }) => falseAlarms)) * 100, '%', 1),
    atMost('misuse: alerts doubled by a second run', kept.again, '', 0),
  ];
};
