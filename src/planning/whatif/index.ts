export { fill } from './fill.ts';
export { misfitsOf } from './misfits.ts';
export { type QuickAnswer, type QuickLeavesOut, quick } from './quick.ts';
export { turn } from './turn.ts';
