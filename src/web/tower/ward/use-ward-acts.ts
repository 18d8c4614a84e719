import { useMutation } from '@tanstack/react-query';
import type { Instant } from '#kernel/interval.ts';
import type { ClosureReason, Destination } from '#modules/capacity/types.ts';
import type { OfferRefusal } from '#modules/placement/types.ts';
import { type CallOptions, call } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { readAgain } from '#web/api/queries.ts';
import { announce } from '#web/shell/announce.ts';
import { offerUndo } from '#web/shell/undo.ts';
import type { WardClaim, WardPlace } from './timeline.ts';

type WardRoom = NonNullable<WardPlace['room']>;

interface Act {
  /** What is said when it is done: `Bed 9 is gesloten`. */
  readonly done: string;
  /** Does it, and answers with how to take it back when that is harmless. */
  readonly run: () => Promise<(() => Promise<unknown>) | null>;
}

interface Claimed {
  readonly claimId: string;
  readonly version: number;
  /** How many planned people lost their place by it. */
  readonly displaced: number;
}

const iso = (at: Instant): string => new Date(at).toISOString();
const match = (version: number): { ifMatch: string } => ({ ifMatch: `"${version}"` });

const readWard = (): Promise<void> => readAgain(['ward', 'board', 'request']);

/** What a ward can do; each answers whether it was done. `problem` is why the last one was refused. */
export interface WardActs {
  readonly busy: boolean;
  readonly problem: Problem | null;
  readonly forget: () => void;
  readonly confirm: (unitId: string, done: string) => Promise<boolean>;
  readonly accept: (offerId: string, yes: Accepting, done: string) => Promise<boolean>;
  readonly refuse: (
    offerId: string,
    no: { code: OfferRefusal; text: string },
    done: string,
  ) => Promise<boolean>;
  readonly propose: (
    offerId: string,
    other: { from: Instant; text: string },
    done: string,
  ) => Promise<boolean>;
  readonly arrived: (requestId: string, done: string) => Promise<boolean>;
  readonly notArrived: (requestId: string, done: string) => Promise<boolean>;
  readonly changeEnd: (
    claim: WardClaim,
    end: { until: Instant; latest: Instant | null },
    done: string,
  ) => Promise<boolean>;
  readonly depart: (claim: WardClaim, left: Leaving, done: string) => Promise<boolean>;
  readonly cleaned: (claim: WardClaim, done: string) => Promise<boolean>;
  readonly move: (claim: WardClaim, move: { from: string; to: string }, done: string) => Promise<boolean>;
  readonly close: (unitId: string, closing: Closing, done: string) => Promise<boolean>;
  readonly reopen: (closureId: string, done: string) => Promise<boolean>;
  readonly turnRoom: (room: WardRoom, to: Pick<WardRoom, 'sex' | 'cohort'>, done: string) => Promise<boolean>;
}

/** A yes, as the ward gives it. */
export interface Accepting {
  readonly doctor: string;
  readonly placeId?: string;
  readonly product?: string;
  /** A place beyond what there is, and why. */
  readonly extra?: { readonly reason: string };
}

/** A departure, as the ward tells it. */
export interface Leaving {
  readonly destination: Destination;
  readonly cleaningMinutes: number;
}

/** A closing, as the ward decides it. */
export interface Closing {
  readonly placeId: string;
  readonly reason: ClosureReason;
  readonly until: Instant;
}

const endOf = (claim: WardClaim): { until: string; latest: string | null } | null =>
  claim.until === null ? null : { until: claim.until, latest: claim.latestEnd };

type DoAct = (done: string, run: Act['run']) => Promise<boolean>;

/** For whom a room is can always be turned back: nobody is moved by it. */
const turnRoomBy =
  (act: DoAct): WardActs['turnRoom'] =>
  ({ id, sex, cohort }, to, done) =>
    act(done, async () => {
      const path = `/api/v1/rooms/${id}`;
      await call('POST', path, to);
      return () => call('POST', path, { sex, cohort });
    });

type Simple = (path: string, body: object, done: string) => Promise<boolean>;

/** What a ward answers to a question. */
const answersBy = (simple: Simple): Pick<WardActs, 'accept' | 'refuse' | 'propose'> => ({
  accept: (offerId, yes, done) => simple(`/api/v1/offers/${offerId}/accept`, yes, done),
  refuse: (offerId, no, done) => simple(`/api/v1/offers/${offerId}/refuse`, no, done),
  propose: (offerId, { from, text }, done) =>
    simple(`/api/v1/offers/${offerId}/alternative`, { from: iso(from), text }, done),
});

/** The acts of the ward. An act that was refused throws nothing: `problem` says why, and nothing was done. */
export const useWardActs = (): WardActs => {
  const { mutateAsync, isPending, error, reset } = useMutation<void, Problem, Act>({
    mutationFn: async ({ run, done }) => {
      const undo = await run();
      announce(done);
      if (undo !== null) {
        offerUndo(done, async () => {
          await undo();
          await readWard();
        });
      }
      await readWard();
    },
    // Somebody else was first: show what is true now beside the refusal.
    onError: () => void readWard(),
  });
  const act: DoAct = (done, run) =>
    mutateAsync({ done, run }).then(
      () => true,
      () => false,
    );
  const simple = (path: string, body: object, done: string, seen: CallOptions = {}): Promise<boolean> =>
    act(done, async () => {
      await call('POST', path, body, seen);
      return null;
    });
  return {
    busy: isPending,
    problem: error,
    forget: reset,
    confirm: (unitId, done) => simple(`/api/v1/units/${unitId}/confirmations`, { source: 'tap' }, done),
    ...answersBy(simple),
    arrived: (requestId, done) => simple(`/api/v1/requests/${requestId}/arrival`, {}, done),
    notArrived: (requestId, done) => simple(`/api/v1/requests/${requestId}/not-arrived`, {}, done),
    changeEnd: (claim, { until, latest }, done) =>
      act(done, async () => {
        const path = `/api/v1/claims/${claim.claimId}/expected-end`;
        const body = { until: iso(until), latest: latest === null ? null : iso(latest) };
        const now = await call<Claimed>('POST', path, body, match(claim.version));
        const before = endOf(claim);
        // Back to a later end, or after somebody was pushed aside, would take a bed that was given away meanwhile.
        const harmless = now.displaced === 0 && before !== null && Date.parse(before.until) < until;
        return harmless ? () => call('POST', path, before, match(now.version)) : null;
      }),
    depart: (claim, left, done) =>
      simple(`/api/v1/claims/${claim.claimId}/departure`, left, done, match(claim.version)),
    cleaned: (claim, done) =>
      simple(`/api/v1/claims/${claim.claimId}/cleaned`, {}, done, match(claim.version)),
    move: (claim, { from, to }, done) =>
      act(done, async () => {
        const path = (claimId: string): string => `/api/v1/claims/${claimId}/move`;
        const now = await call<Claimed>('POST', path(claim.claimId), { placeId: to }, match(claim.version));
        if (claim.displaced || now.displaced > 0) return null;
        return () => call('POST', path(now.claimId), { placeId: from }, match(now.version));
      }),
    close: (unitId, { placeId, reason, until }, done) =>
      act(done, async () => {
        const path = `/api/v1/units/${unitId}/closures`;
        const closed = await call<{ closureId: string; displaced: number }>('POST', path, {
          placeId,
          reason,
          until: iso(until),
        });
        return closed.displaced > 0
          ? null
          : () => call('POST', `/api/v1/closures/${closed.closureId}/end`, {});
      }),
    turnRoom: turnRoomBy(act),
    reopen: (closureId, done) => simple(`/api/v1/closures/${closureId}/end`, {}, done),
  };
};
