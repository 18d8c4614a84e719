export { assumptionWords } from './assumption-words.ts';
export { conclude, dilemmaOf, misfitWords } from './conclude.ts';
export { fill } from './fill.ts';
export { misfitsOf } from './misfits.ts';
export { PARTY_ASSUMPTIONS, partyRows } from './parties.ts';
export { type QuickAnswer, quick } from './quick.ts';
export { turn } from './turn.ts';
