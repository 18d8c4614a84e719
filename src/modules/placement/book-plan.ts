import type { z } from 'zod';
import { isoFromInstant } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Sentence } from '#kernel/refusal.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import {
  assignPlaces,
  type PlanWords,
  type Seat,
  seatWhy,
  seatWhyNot,
  type Waiting,
} from '#planning/match/index.ts';
import type { Booked } from './book.ts';
import { profileOf } from './book-strip.ts';
import type { PlanRow, PlanSeat } from './contract.ts';
import { addressOf } from './doing.ts';
import type { OpenSearch } from './search.ts';
import type { Offer } from './types.ts';

/** How many next best places are told for each request. */
const OTHERS = 3;

const STANDS: ReadonlySet<Offer['state']> = new Set(['open', 'alternative', 'willing', 'accepted']);
const NO: ReadonlySet<Offer['state']> = new Set(['refused', 'expired']);

/** Who waits, as the plan weighs it: nobody who was asked for already, nobody who has a place. */
export const waitingOf = (booked: Booked, open: OpenSearch): Waiting => {
  const { request, offers } = booked;
  return {
    id: request.id,
    asked: open.askingOf(request, booked),
    urgency: request.urgency,
    ageBand: request.ageBand,
    sentAt: request.sentAt,
    askedUnits: new Set(offers.map(({ unitId }) => unitId)),
    noes: offers.filter(({ state }) => NO.has(state)).length,
  };
};

/** How many questions and promises stand at each site now. */
export const plateOf = (all: readonly Booked[]): Map<string, number> => {
  const plate = new Map<string, number>();
  for (const { offers } of all) {
    for (const { siteId, state } of offers) {
      if (STANDS.has(state)) plate.set(siteId, (plate.get(siteId) ?? 0) + 1);
    }
  }
  return plate;
};

/** A place of the plan as the desk reads it: which bed where, how far, and why. */
export const seatView = (seat: Seat, why: Sentence, open: OpenSearch): z.infer<typeof PlanSeat> => {
  const { unit, site, organisation } = addressOf(open.region, seat.unitId);
  return {
    placeId: seat.placeId,
    placeCode: open.codeOf(unit.id, seat.placeId),
    unitId: unit.id,
    unit: unit.name,
    siteId: site.id,
    site: site.name,
    organisation: organisation.name,
    town: site.town,
    km: seat.metres === null ? null : Math.round(seat.metres / 100) / 10,
    state: seat.soon ? 'soon' : 'free',
    from: isoFromInstant(seat.from),
    why,
    cost: { ...seat.cost.parts },
  };
};

/**
 * A proposal for everybody who waits, all at once: the plan in which all together are best off, the next best places of
 * each, and why it was not one of those. Who was asked for already, and beds that are held, stay out. It places nobody.
 */
export const planOf = (all: readonly Booked[], open: OpenSearch, now: Instant): PlanRow[] => {
  const searching = all.filter(({ request }) => request.state === 'searching');
  const waiting = searching.map((booked) => waitingOf(booked, open));
  const plan = assignPlaces(open.table, waiting, {
    ...open.how,
    fits: 0,
    rejects: 0,
    others: OTHERS,
    plate: plateOf(all),
  });
  const words: PlanWords = {
    plan,
    waiting: new Map(waiting.map((each) => [each.id, each])),
    now,
    zone: REGION_ZONE,
  };
  const rows = new Map(plan.rows.map((row) => [row.id, row]));
  return searching.flatMap((booked) => {
    const row = rows.get(booked.requestId);
    if (row === undefined) return [];
    return [
      {
        ...profileOf(booked, open.region),
        place: row.place && seatView(row.place, seatWhy(row.place, words), open),
        others: row.others.map((seat) => seatView(seat, seatWhyNot(row, seat, words), open)),
      },
    ];
  });
};
