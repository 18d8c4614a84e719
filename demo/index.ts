export { startPracticeClock } from './clock.ts';
export { makePracticeRegion } from './make.ts';
