import { isoFromInstant } from '#kernel/calendar.ts';
import { overlaps } from '#kernel/interval.ts';
import { chairClaimsOf, chairsOf, type Doing } from '#modules/capacity/index.ts';
import type { Tx } from '#platform/db/database.ts';
import type { DayFigures, FiguresAsk } from './contract-figures.ts';
import { figuresOf, notShownOf, weeksOf } from './decide/figures.ts';
import { countedHalfDays } from './store-figures.ts';
import type { Room } from './types-room.ts';

/** What became of chairs, nurses and visits of a room: half-day by half-day, and their weeks. */
export const viewFigures = async (
  tx: Tx,
  { unitId }: Room,
  { from, until }: FiguresAsk,
  { now }: Doing,
): Promise<DayFigures> => {
  const counted = await countedHalfDays(tx, unitId, from, until);
  const [first, last] = [counted[0], counted.at(-1)];
  const chairs = (await chairsOf(tx, [unitId])).length;
  const claims =
    first === undefined || last === undefined
      ? []
      : await chairClaimsOf(tx, unitId, { from: first.opens, until: last.closes });
  const halfDays = counted.map((halfDay) => {
    const { id, day, part, opens, closes } = halfDay;
    const own = claims.filter(({ during }) => overlaps(during, { from: opens, until: closes }));
    return {
      ...{ id, day, part, opens: isoFromInstant(opens), closes: isoFromInstant(closes) },
      ...figuresOf(halfDay, { chairs, claims: own }, now),
    };
  });
  return {
    ...{ halfDays, weeks: weeksOf(halfDays) },
    ...{ notShown: notShownOf(halfDays), asOf: isoFromInstant(now) },
  };
};
