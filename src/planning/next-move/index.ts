export { gainWhy } from './barrier-sentences.ts';
export {
  type BarredStay,
  type BarrierDays,
  barrierDays,
  barrierGains,
  type Gain,
  type PastBarrier,
} from './barriers.ts';
export { laterWhy, moveWhy, waitCost } from './move-sentences.ts';
export { type NextMove, nextMoves } from './moves.ts';
