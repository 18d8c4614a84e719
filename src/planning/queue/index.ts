export { occupancyAtMost, squareRootBeds } from './beds.ts';
export { askingOf, closedHours, type DoorWait, doorWait } from './closed-hours.ts';
export { cutMean, gammaBelow } from './gamma.ts';
export { erlangA, erlangC, waitMGc } from './waiting.ts';
