// What crosses HTTP of this room, in one place for both sides.
export * from './contract-consent.ts';
export * from './contract-emergency.ts';
export * from './contract-family.ts';
export * from './contract-own.ts';
export * from './contract-person.ts';
export { isReason } from './decide/emergency.ts';
