import { isoFromInstant } from '#kernel/calendar.ts';
import { type Instant, MINUTE } from '#kernel/interval.ts';
import type { ActsAnswer, DayList, DayRecord } from '#modules/day-treatment/contract.ts';
import { type ActKind, CHECKS } from '#modules/day-treatment/types.ts';
import type { Professional } from '#modules/region/types.ts';
import { newId } from '#platform/db/ids.ts';
import { type OpenHalfDay, openDayHouse } from './day-house.fixture.ts';

/** An act as a tablet sends it. */
export interface SentAct {
  readonly id: string;
  readonly visitId: string;
  readonly kind: ActKind;
  readonly at: string;
  readonly body: object;
}

/** One act of a visit, so many minutes after a moment. */
export const act = (
  visitId: string,
  kind: ActKind,
  at: Instant,
  minutes: number,
  body: object = {},
): SentAct => ({ id: newId(), visitId, kind, at: isoFromInstant(at + minutes * MINUTE), body });

/** All four were looked at, and right. */
export const checked = (visitId: string, at: Instant, minutes: number): SentAct[] =>
  CHECKS.map((check) => act(visitId, 'checked', at, minutes, { check, right: true }));

/** A whole visit without anything special, from coming in to leaving. */
export const wholeVisit = (visitId: string, at: Instant): SentAct[] => [
  act(visitId, 'arrived', at, 1),
  ...checked(visitId, at, 5),
  act(visitId, 'started', at, 15),
  act(visitId, 'stopped', at, 36),
  act(visitId, 'left', at, 66),
];

/** A day house with what a tablet and its readers ask. */
export const openActsHouse = async (now: Instant, today: string) => {
  const day = await openDayHouse(now, today);
  const { house, nurse } = day;
  const post = (halfDay: { readonly id: string }, acts: readonly SentAct[], who: Professional = nurse) =>
    house.call(who, 'POST', `/api/v1/half-days/${halfDay.id}/acts`, { acts });
  const read = async <T>(who: Professional, url: string): Promise<T> => {
    const answer = await house.call(who, 'GET', `/api/v1${url}`);
    if (answer.statusCode !== 200) throw new Error(answer.body);
    return answer.json<T>();
  };
  return {
    ...{ day, post },
    /** What a tablet hears when its acts came in. */
    async keep(halfDay: { readonly id: string }, acts: readonly SentAct[]): Promise<ActsAnswer> {
      const answer = await post(halfDay, acts);
      if (answer.statusCode !== 200) throw new Error(answer.body);
      return answer.json<ActsAnswer>();
    },
    list: (halfDay: { readonly id: string }) => read<DayList>(nurse, `/half-days/${halfDay.id}/day`),
    record: (who: Professional, orderId: string) => read<DayRecord>(who, `/orders/${orderId}/record`),
    halfDay(index: number): OpenHalfDay {
      const found = day.halfDays[index];
      if (found === undefined) throw new Error('the house has no such half-day');
      return found;
    },
    /** A visit that has its moment in a half-day, so many minutes after opening. */
    async planned(halfDay: OpenHalfDay, start = 0, change: object = {}) {
      const order = await day.signed(change);
      const visit = order.visitList[0];
      if (visit === undefined) throw new Error('the order has no visit');
      const claims = await day.plan(visit, halfDay, start);
      return { order, id: visit.id, claims, at: halfDay.opens + start * MINUTE };
    },
    /** The row of a visit as it stands. */
    async row(id: string) {
      const { rows } = await house.owner.query<{
        state: string;
        half_day_id: string | null;
        claims: string[];
        ended_why: string | null;
      }>('select state, half_day_id, claims, ended_why from day_treatment_visit where id = $1', [id]);
      if (rows[0] === undefined) throw new Error('no such visit');
      return rows[0];
    },
    /** How claims on chairs stand: who sat when. */
    async sittings(ids: readonly string[]) {
      const { rows } = await house.owner.query<{ sat: boolean; left: boolean; released: boolean }>(
        `select c.arrived_at is not null as sat, c.left_at is not null as left, c.released_at is not null as released
         from unnest($1::uuid[]) with ordinality as t(id, n) join capacity_claim c on c.id = t.id order by t.n`,
        [ids],
      );
      return rows.map(({ sat, left, released }) => {
        if (released) return 'released';
        if (left) return 'left';
        return sat ? 'sits' : 'free';
      });
    },
  };
};
