export {
  difference,
  estimate,
  ofFlow,
  ofRegion,
  ofWard,
} from './estimate.ts';
export { joinResults, play, startPlaying } from './play.ts';
