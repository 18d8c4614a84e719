import { HOUR, type Instant } from '#kernel/interval.ts';
import type { Sentence } from '#kernel/refusal.ts';
import type { Urgency } from '#kernel/urgency.ts';
import { capital, distanceWords, momentWords, stretchWords } from '#kernel/words.ts';
import type { Plan, Planned, Seat } from './assign.ts';
import type { CostPart, Waiting } from './assign-costs.ts';
import { join, say } from './say.ts';

const URGENCY_WORDS: Readonly<Record<Urgency, Sentence>> = {
  crisis: { nl: 'crisis', en: 'crisis' },
  today: { nl: 'vandaag', en: 'today' },
  'within-72-hours': { nl: 'binnen 3 dagen', en: 'within 3 days' },
  planned: { nl: 'gepland', en: 'planned' },
};

const URGENCY_ORDER: readonly Urgency[] = ['planned', 'within-72-hours', 'today', 'crisis'];

/** Somebody who waits, without saying who: `80–84 jr, crisis`. */
const whoOf = ({ ageBand, urgency }: Waiting): Sentence =>
  say('{age} jr, {urgency}', '{age} yrs, {urgency}', {
    age: ageBand.replace('-', '–'),
    urgency: URGENCY_WORDS[urgency],
  });

/** What the sentences of one plan know: the plan, who waits, and the clock on the wall of the region. */
export interface PlanWords {
  readonly plan: Plan;
  readonly waiting: ReadonlyMap<string, Waiting>;
  readonly now: Instant;
  readonly zone: string;
}

const waitingIn = (words: PlanWords, id: string): Waiting => {
  const found = words.waiting.get(id);
  if (found === undefined) throw new Error(`nobody waits as ${id}`);
  return found;
};

const arrival = (seat: Seat, { now, zone }: PlanWords): Sentence => {
  const moment = momentWords(seat.from, now, zone);
  if (seat.soon) return say('Komt vrij: {moment}.', 'Free from: {moment}.', { moment });
  return seat.from <= now
    ? { nl: 'Kan nu.', en: 'Possible now.' }
    : say('Kan vanaf {moment}.', 'Possible from {moment}.', { moment });
};

/** Why this place in the plan: when, how far, and the wish that was kept in mind. */
export const seatWhy = (seat: Seat, words: PlanWords): Sentence =>
  join(
    arrival(seat, words),
    seat.metres === null
      ? null
      : say('{km} van huis.', '{km} from home.', { km: distanceWords(seat.metres) }),
    seat.partnerMetres === null
      ? null
      : say('{km} van partner.', '{km} from partner.', { km: distanceWords(seat.partnerMetres) }),
    seat.cost.parts.fit >= 50_000 ? say('Kort vrij.', 'Free for a short time.') : null,
  );

/** What makes one place dearer than another for the same person, dearest first. */
const dearerParts = (than: Seat, seat: Seat): { part: CostPart; by: number }[] =>
  (Object.keys(seat.cost.parts) as CostPart[])
    .map((part) => ({ part, by: seat.cost.parts[part] - than.cost.parts[part] }))
    .filter(({ by }) => by > 0)
    .sort((a, b) => b.by - a.by);

/** One difference in words, as the end of a sentence about somebody who would get the dearer one. */
const loses = (seat: Seat, than: Seat, words: PlanWords): Sentence => {
  const [first] = dearerParts(than, seat);
  switch (first?.part) {
    case 'arrival':
      return say('kan anders pas {moment}', 'otherwise not before {moment}', {
        moment: momentWords(seat.from, words.now, words.zone),
      });
    case 'distance':
      return say('moet anders {km} verder', 'would have to go {km} farther', { km: distanceWords(first.by) });
    case 'wishes':
      return say('krijgt anders zijn wens niet', 'would not get what was wished');
    case 'fit':
      return say('andere plekken passen minder goed', 'other places fit less well');
    default:
      return say('zo is iedereen samen het beste af', 'this is best for all together');
  }
};

/** Why one person goes first when there are too few places: the head start that decides. */
const goesFirst = (
  first: Waiting,
  second: Waiting,
  seats: { readonly first: Seat; readonly second: Seat },
): Sentence => {
  if (URGENCY_ORDER.indexOf(first.urgency) > URGENCY_ORDER.indexOf(second.urgency))
    return say('heeft meer haast', 'cannot wait as long');
  const longer = second.sentAt - first.sentAt;
  const [own, other] = [seats.first.cost.parts, seats.second.cost.parts];
  const byPart = (part: CostPart): number => other[part] - own[part];
  if (longer >= HOUR && byPart('waiting') >= Math.max(byPart('passed-over'), byPart('distance')))
    return say('wacht {length} langer', 'has waited {length} longer', { length: stretchWords(longer) });
  if (byPart('passed-over') > 0 && byPart('passed-over') >= byPart('distance'))
    return first.noes === 1
      ? say('kreeg al een nee', 'was told no already')
      : say('kreeg al {count} keer nee', 'was told no {count} times', { count: first.noes });
  if (byPart('distance') > 0)
    return say('woont {km} dichterbij', 'lives {km} nearer', { km: distanceWords(byPart('distance')) });
  return say('zo is iedereen samen het beste af', 'this is best for all together');
};

const givenAway = (own: Planned, seat: Seat, holder: string, words: PlanWords): Sentence => {
  const [me, other] = [waitingIn(words, own.id), waitingIn(words, holder)];
  const theirs = words.plan.rows.find(({ id }) => id === holder);
  const place = theirs?.place;
  if (theirs === undefined || place === null || place === undefined)
    throw new Error(`the plan gives ${seat.placeId} to nobody`);
  const next = theirs.others.find(({ givenTo }) => givenTo === null);
  const why = (): Sentence => {
    if (own.place === null) return goesFirst(other, me, { first: place, second: seat });
    return next === undefined
      ? say('heeft geen andere plek', 'has no other place')
      : loses(next, place, words);
  };
  return say('Die plek past beter bij {who}: {why}.', 'That place suits {who} better: {why}.', {
    who: whoOf(other),
    why: why(),
  });
};

const lessGood = (own: Seat, seat: Seat, words: PlanWords): Sentence => {
  const [first] = dearerParts(own, seat);
  switch (first?.part) {
    case undefined:
      return say('Even goed: u kunt ook deze kiezen.', 'Just as good: you can choose this one too.');
    case 'arrival':
      return say('Kan daar pas {moment}.', 'Not before {moment} there.', {
        moment: momentWords(seat.from, words.now, words.zone),
      });
    case 'distance':
      return say('{km} verder van huis.', '{km} farther from home.', { km: distanceWords(first.by) });
    case 'wishes':
      return say('Past minder bij de wens.', 'Fits the wish less well.');
    case 'fit':
      return seat.cost.parts.fit >= 50_000
        ? say('Maar kort vrij.', 'Free for a short time only.')
        : say('Die plek kan meer dan hier nodig is.', 'That place offers more than is needed here.');
    case 'sureness':
      return say('Ouder cijfer, of een huis dat later antwoordt.', 'An older figure, or a slower answer.');
    default:
      return say('Dit huis kreeg al meer vragen.', 'This house has more questions already.');
  }
};

/** Why this place was not proposed: who it suits better, or what makes it less good for this person. */
export const seatWhyNot = (own: Planned, seat: Seat, words: PlanWords): Sentence => {
  if (seat.givenTo !== null) return capital(givenAway(own, seat, seat.givenTo, words));
  return own.place === null
    ? say('Past, maar is niet gekozen.', 'Fits, but was not chosen.')
    : capital(lessGood(own.place, seat, words));
};
