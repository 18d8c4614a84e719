import type { Instant } from '#kernel/interval.ts';
import { MOMENT_ASKS, type MomentAsk, type Telling } from '#modules/day-treatment/types-told.ts';
import { isSameMoment, type TellingVisit } from './telling.ts';

/** What the planner reads of it. */
export interface ToldFacts {
  readonly invited: Instant | null;
  readonly confirmed: Instant | null;
  readonly asks: MomentAsk | null;
  readonly wish: string | null;
  readonly suits: Pick<Telling, 'weekdays' | 'part'> | null;
  /** Somebody has to call. */
  readonly call: boolean;
}

const asksIn = (telling: Telling | null): MomentAsk | null =>
  MOMENT_ASKS.find((ask) => ask === telling?.answer) ?? null;

type Said = Pick<ToldFacts, 'asks' | 'wish' | 'suits'>;

/** What was asked counts until somebody has another moment. */
const saidOf = (moment: Telling | null, { during }: TellingVisit): Said => {
  const asks = during === null || isSameMoment(moment?.during ?? null, during) ? asksIn(moment) : null;
  if (moment === null || asks === null) return { asks: null, wish: null, suits: null };
  const { words, weekdays, part } = moment;
  return { asks, wish: words, suits: weekdays.length === 0 && part === null ? null : { weekdays, part } };
};

/** What somebody was told and said, from everything that was told of this visit, the oldest first. */
export const toldFacts = (tellings: readonly Telling[], visit: TellingVisit): ToldFacts => {
  const told = tellings.filter(({ toldAt }) => toldAt !== null);
  const last = told.at(-1);
  const holds = last !== undefined && isSameMoment(last.during, visit.during) ? last : null;
  const written = holds?.during !== null && holds?.way !== 'call';
  return {
    ...saidOf(told.findLast(({ during }) => during !== null) ?? null, visit),
    invited: written ? (holds?.toldAt ?? null) : null,
    confirmed: visit.confirmedAt,
    call: holds?.way === 'call' && holds.answer === null,
  };
};
