import { atLeast, atMost, type Figure } from '#bench/figure.ts';
import { judged, monthOf } from '#modules/review/misuse.fixture.ts';

const LOOKS = 50_000;
const IMPROPER = 30;

/** Hides thirty improper looks in a month of fifty thousand and counts what is raised, and what for nothing. */
export const run = async (rounds = 3): Promise<Figure[]> => {
  const months = Array.from({ length: rounds }, (_, seed) => judged(monthOf(seed + 1, LOOKS, IMPROPER)));
  return [
    atLeast(
      'misuse: improper looks raised of 30',
      Math.min(...months.map(({ raised }) => raised)),
      '',
      IMPROPER,
    ),
    atMost('misuse: false alarms', Math.max(...months.map(({ falseAlarms }) => falseAlarms)) * 100, '%', 1),
  ];
};
