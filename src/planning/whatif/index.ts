export { assumptionWords } from './assumption-words.ts';
export { type Concluding, conclude, type Dilemma, dilemmaOf, misfitWords, type Said } from './conclude.ts';
export { fill } from './fill.ts';
export { misfitsOf } from './misfits.ts';
export { PARTY_ASSUMPTIONS, type Played, partyRows } from './parties.ts';
export { type QuickAnswer, type QuickLeavesOut, quick } from './quick.ts';
export { turn } from './turn.ts';
