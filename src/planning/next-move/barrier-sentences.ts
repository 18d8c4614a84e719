import type { Sentence } from '#kernel/refusal.ts';
import { say } from '#planning/match/index.ts';
import type { Gain } from './barriers.ts';

const daysWords = (days: number): Sentence => {
  const whole = Math.round(days);
  if (whole < 1) return { nl: 'minder dan 1 beddag', en: 'less than 1 bed day' };
  return whole === 1
    ? { nl: 'ongeveer 1 beddag', en: 'about 1 bed day' }
    : { nl: `ongeveer ${whole} beddagen`, en: `about ${whole} bed days` };
};

const standsIn = ({ beds, last }: Gain): Sentence => {
  if (last === beds.length)
    return beds.length === 1
      ? say('Het is daar het laatste wat tegenhoudt.', 'It is the last thing in the way there.')
      : say('Het is overal het laatste wat tegenhoudt.', 'It is the last thing in the way everywhere.');
  return last === 0
    ? say('Er houdt ook iets anders tegen.', 'Something else is in the way too.')
    : say('Bij {last} van {count} is het het laatste.', 'In {last} of {count} it is the last.', {
        last,
        count: beds.length,
      });
};

/** What it brings, and why not more: `Scheelt ongeveer 9 beddagen. Bij 2 van 3 is het het laatste.` */
export const gainWhy = (gain: Gain): Sentence => {
  const brings = say('Scheelt {days}.', 'Saves {days}.', { days: daysWords(gain.days) });
  const stands = standsIn(gain);
  return { nl: `${brings.nl} ${stands.nl}`, en: `${brings.en} ${stands.en}` };
};
