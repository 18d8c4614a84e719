// What crosses HTTP of this room, in one place for both sides.
export * from './contract-case.ts';
export * from './contract-meeting.ts';
export * from './contract-signal.ts';
