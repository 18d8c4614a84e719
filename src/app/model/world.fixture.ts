import type { Day, HalfDay } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import type { Closure, NewClaim, PlaceState } from '#modules/capacity/types.ts';
import type { OfferState, RequestState } from '#modules/placement/types.ts';

/** A command with everything in it, ready to be done by whoever it is done by in that world. */
export type Command =
  | {
      readonly do: 'send';
      readonly person: number;
      readonly from: Instant;
      readonly places: readonly string[];
      readonly product: Product;
      readonly crisis: boolean;
    }
  | { readonly do: 'hold'; readonly place: string; readonly from: Instant; readonly product: Product }
  | { readonly do: 'release'; readonly claim: string }
  | { readonly do: 'offer'; readonly request: string; readonly place: string; readonly hold: boolean }
  | { readonly do: 'read'; readonly offer: string; readonly unit: 0 | 1 }
  | { readonly do: 'refuse'; readonly offer: string; readonly unit: 0 | 1 }
  | { readonly do: 'withdraw'; readonly offer: string; readonly unit: 0 | 1 }
  | { readonly do: 'alternative'; readonly offer: string; readonly unit: 0 | 1; readonly from: Instant }
  | { readonly do: 'askAgain' | 'decline' | 'choose'; readonly offer: string; readonly unit: 0 | 1 }
  | {
      readonly do: 'accept';
      readonly offer: string;
      readonly unit: 0 | 1;
      readonly place: string | null;
      readonly from: Instant | null;
      /** On a place beyond what there is. */
      readonly extra: boolean;
    }
  | { readonly do: 'plan'; readonly request: string; readonly from: Instant }
  | { readonly do: 'arrive'; readonly request: string; readonly unit: 0 | 1; readonly at: Instant }
  | { readonly do: 'notArrived' | 'close'; readonly request: string }
  | {
      readonly do: 'expectedEnd';
      readonly claim: string;
      readonly unit: 0 | 1;
      readonly version: number;
      readonly until: Instant;
      readonly latest: Instant | null;
    }
  | {
      readonly do: 'depart';
      readonly claim: string;
      readonly unit: 0 | 1;
      readonly version: number;
      readonly at: Instant;
      readonly cleaning: number;
    }
  | {
      readonly do: 'move';
      readonly claim: string;
      readonly unit: 0 | 1;
      readonly version: number;
      readonly place: string;
    }
  | {
      readonly do: 'closeBeds';
      readonly unit: 0 | 1;
      readonly place: string | null;
      readonly from: Instant;
      readonly until: Instant;
    }
  | { readonly do: 'openBeds'; readonly closure: string; readonly unit: 0 | 1 }
  | {
      readonly do: 'staff';
      readonly unit: 0 | 1;
      readonly day: Day;
      readonly halfDay: HalfDay;
      readonly staffed: number;
    }
  | { readonly do: 'confirm'; readonly unit: 0 | 1 };

/** What a world answers: done, with something to compare when it is asked again, or the code of its refusal. */
export type Reply =
  | { readonly ok: true; readonly answer: string }
  | { readonly ok: false; readonly code: string };

/** A request as it stands in the world. */
export interface RequestFact {
  readonly id: string;
  readonly person: string;
  readonly state: RequestState;
}

/** An offer as it stands. */
export interface OfferFact {
  readonly id: string;
  readonly request: string;
  readonly unit: 0 | 1;
  readonly place: string;
  readonly claim: string | null;
  readonly state: OfferState;
  readonly answerBy: Instant;
  readonly byItself: boolean;
}

/** Who is responsible for whom, from when to when. `house` is the number of the home, null whoever referred. */
export interface ResponsibleFact {
  readonly person: string;
  readonly request: string;
  readonly house: 0 | 1 | null;
  readonly from: Instant;
  readonly until: Instant;
}

/** Everything that is so, read past the product. */
export interface Truth {
  readonly claims: readonly NewClaim[];
  readonly requests: readonly RequestFact[];
  readonly offers: readonly OfferFact[];
  readonly responsible: readonly ResponsibleFact[];
  readonly closures: readonly Closure[];
  /** Subject of each diary line with its event. */
  readonly diary: readonly { readonly event: string; readonly subject: string }[];
}

/** What the region of a history agreed. */
export interface HouseRules {
  readonly autoNext: boolean;
  readonly choice: 'first' | 'person';
}

/** A house that the commands are tried on: in memory with the decisions only, or the real one over HTTP. */
export interface World {
  readonly places: readonly string[];
  readonly rules: HouseRules;
  /** Does the house see its own beds at once? Then whom it does not ask by itself, it could not ask. */
  readonly isPrompt: boolean;
  /** Does a command under a key; the caller is the same for the same command. */
  perform(command: Command, key: string): Promise<Reply>;
  /** Lets happen what time and events do by themselves. */
  settle(): Promise<void>;
  look(): Promise<Truth>;
  /** The state of each place as it is shown, in the order of `places`. */
  board(): Promise<readonly PlaceState[]>;
  /** The state of each place beyond those, made for somebody. */
  extras(): Promise<readonly PlaceState[]>;
  /** Sets the clock. */
  setClock(now: Instant): void;
}
