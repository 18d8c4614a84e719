export { occupancyAtMost, squareRootBeds } from './beds.ts';
export { closedHours, DOOR_HOURS, type DoorWait, doorWait } from './closed-hours.ts';
export { erlangC, waitMGc } from './waiting.ts';
