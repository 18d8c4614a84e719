import { localDay } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Sentence } from '#kernel/refusal.ts';
import { dayWords, distanceWords } from '#kernel/words.ts';
import { AHEAD_DAYS } from '#planning/forecast/types.ts';
import { type LaterSeat, say } from '#planning/match/index.ts';
import type { NextMove } from './moves.ts';

/** When it is said, and on which clock. */
export interface MoveWords {
  readonly now: Instant;
  readonly zone: string;
}

/** Metres below which two places are equally far. */
const AS_FAR = 1_000;

const isUrgent = ({ urgency }: NextMove['waiting']): boolean => urgency === 'crisis' || urgency === 'today';

const percent = (chance: number): number => Math.round(chance * 100);

/** A number of days as people say it: whole, at least one. */
const daysWords = (days: number): Sentence => {
  const whole = Math.max(1, Math.round(days));
  return whole === 1 ? { nl: '1 dag', en: '1 day' } : { nl: `${whole} dagen`, en: `${whole} days` };
};

/** What is expected: `Verwacht: maandag 26 oktober, kans 62 %.` */
export const laterWhy = (seat: LaterSeat, { now, zone }: MoveWords): Sentence => {
  const day = dayWords(seat.later.day, localDay(now, zone));
  const params = { day, chance: percent(seat.later.chance) };
  if (seat.metres === null)
    return say('Verwacht: {day}, kans {chance} %.', 'Expected: {day}, chance {chance} %.', params);
  return say(
    'Verwacht: {day}, kans {chance} %. {km} van huis.',
    'Expected: {day}, chance {chance} %. {km} from home.',
    { ...params, km: distanceWords(seat.metres) },
  );
};

/** What the waiting costs: days, in a hospital bed or not; and how heavily they weigh, for who has something to choose. */
export const waitCost = (seat: LaterSeat, { waiting, now }: NextMove): Sentence => {
  const days = daysWords(seat.later.days);
  const costs = waiting.inHospital
    ? say(
        'Wachten kost ongeveer {days} in een ziekenhuisbed.',
        'Waiting costs about {days} in a hospital bed.',
        {
          days,
        },
      )
    : say('Wachten kost ongeveer {days}.', 'Waiting costs about {days}.', { days });
  if (now === null || isUrgent(waiting)) return costs;
  const km = distanceWords(seat.later.price);
  const weighs = say('Dat weegt als {km} verder reizen.', 'That weighs as {km} farther to travel.', { km });
  return { nl: `${costs.nl} ${weighs.nl}`, en: `${costs.en} ${weighs.en}` };
};

const whyNone = (): Sentence =>
  say(
    'Er is nu geen plek die past, en de komende {days} dagen ook niet. Zoek breder of bel.',
    'No place fits now, nor in the coming {days} days. Look wider or call.',
    { days: AHEAD_DAYS },
  );

const whyLater = ({ now, later }: NextMove): Sentence => {
  if (now === null) return say('Er is nu geen plek die past.', 'No place fits now.');
  const nearer = (now.metres ?? 0) - (later?.metres ?? 0);
  return nearer > AS_FAR
    ? say('Wachten loont: {km} dichter bij huis.', 'Waiting pays: {km} nearer home.', {
        km: distanceWords(nearer),
      })
    : say('Wachten loont: die plek past beter.', 'Waiting pays: that place fits better.');
};

const whyNow = (move: NextMove): Sentence => {
  const { later, nowTotal, waiting } = move;
  if (isUrgent(waiting)) return say('Er is haast: niet wachten.', 'It is urgent: do not wait.');
  if (later === null || nowTotal === null)
    return say(
      'De komende {days} dagen komt niets beters vrij.',
      'Nothing better comes free in the coming {days} days.',
      { days: AHEAD_DAYS },
    );
  return later.total < nowTotal
    ? say('Wachten duurt langer dan is afgesproken.', 'Waiting takes longer than was agreed.')
    : say('Wachten levert minder op dan het kost.', 'Waiting brings less than it costs.');
};

/** Why this move: now, wait, or look wider. */
export const moveWhy = (move: NextMove): Sentence => {
  if (move.takes === 'none') return whyNone();
  return move.takes === 'later' ? whyLater(move) : whyNow(move);
};
