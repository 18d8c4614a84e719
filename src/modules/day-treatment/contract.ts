// What crosses HTTP of this room, in one place for both sides.

// So many minutes before the doors close everybody is gone; after that nobody new begins.
export { MARGIN as GONE_BEFORE } from '#planning/rota/types.ts';
export * from './contract-day.ts';
export * from './contract-figures.ts';
export * from './contract-growth.ts';
export * from './contract-order.ts';
export * from './contract-plan.ts';
export * from './contract-room.ts';
export * from './contract-staff.ts';
export * from './contract-told.ts';
export * from './contract-treatment.ts';
// How long somebody is there, the same on a screen as in the plan.
export { minutesOf } from './decide/treatment.ts';
