import type { Ward } from '#tower/contract.ts';
import type { CardStep } from './card-state.ts';
import type { Bar, WardPlace } from './timeline.ts';
import type { WardActs } from './use-ward-acts.ts';

/** What every step of the card works with. `onDone` closes the card after an act that went through. */
export interface CardParts {
  readonly bed: WardPlace;
  readonly bar: Bar;
  readonly ward: Ward;
  readonly acts: WardActs;
  readonly onStep: (step: CardStep) => void;
  readonly onDone: (act: Promise<boolean>) => void;
}
