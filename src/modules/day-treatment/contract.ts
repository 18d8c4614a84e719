// What crosses HTTP of this room, in one place for both sides.
export * from './contract-day.ts';
export * from './contract-figures.ts';
export * from './contract-growth.ts';
export * from './contract-order.ts';
export * from './contract-plan.ts';
export * from './contract-room.ts';
export * from './contract-staff.ts';
export * from './contract-treatment.ts';
// How far somebody is, from the acts alone: a tablet without a network reads the same day as the house.
export { OVER, type Phase, type Standing, standingActs, standingOf } from './decide/day.ts';
