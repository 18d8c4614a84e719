import type { Instant } from '#kernel/interval.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import type { Forecast } from '#planning/forecast/types.ts';
import { type PlanWords, seatWhy } from '#planning/match/index.ts';
import { laterWhy, moveWhy, type NextMove, nextMoves, waitCost } from '#planning/next-move/index.ts';
import type { Booked } from './book.ts';
import { plateOf, seatView, waitingOf } from './book-plan.ts';
import { profileOf } from './book-strip.ts';
import type { NextMoveRow } from './contract.ts';
import type { OpenSearch } from './search.ts';

/** A share on the screen: two decimals say enough. */
const rounded = (figure: number): number => Math.round(figure * 100) / 100;

const laterView = (move: NextMove, open: OpenSearch, now: Instant): NextMoveRow['later'] => {
  const { later } = move;
  const site = open.region.sites.find(({ id }) => id === later?.siteId);
  if (later === null || site === undefined) return null;
  return {
    ...{ siteId: site.id, site: site.name, town: site.town, phone: site.phone },
    km: later.metres === null ? null : Math.round(later.metres / 100) / 10,
    day: later.later.day,
    chance: rounded(later.later.chance),
    days: rounded(later.later.days),
    why: laterWhy(later, { now, zone: REGION_ZONE }),
    cost: waitCost(later, move),
  };
};

/**
 * The best next move for everybody who waits, all at once: a place now, or wait for one that the forecasts expect. The
 * forecasts leave out who waits now. Who was asked for already, and beds that are held, stay out. It places nobody.
 */
export const nextMovesOf = (
  all: readonly Booked[],
  open: OpenSearch,
  forecasts: readonly Forecast[],
  now: Instant,
): NextMoveRow[] => {
  const searching = new Map(
    all.filter(({ request }) => request.state === 'searching').map((booked) => [booked.requestId, booked]),
  );
  const row = [...searching.values()].map((booked) => ({
    ...waitingOf(booked, open),
    inHospital: booked.request.origin === 'hospital',
  }));
  const assigning = { ...open.how, plate: plateOf(all) };
  const moves = nextMoves(row, { table: open.table, assigning, forecasts, zone: REGION_ZONE });
  const words: PlanWords = {
    plan: { rows: [], total: 0 },
    waiting: new Map(row.map((each) => [each.id, each])),
    ...{ now, zone: REGION_ZONE },
  };
  return moves.flatMap((move) => {
    const booked = searching.get(move.id);
    if (booked === undefined) return [];
    return [
      {
        ...profileOf(booked, open.region),
        ...{ takes: move.takes, inHospital: move.waiting.inHospital, why: moveWhy(move) },
        now: move.now && seatView(move.now, seatWhy(move.now, words), open),
        later: laterView(move, open, now),
      },
    ];
  });
};
