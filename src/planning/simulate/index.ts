export {
  difference,
  estimate,
  estimateFlow,
  estimateRegion,
  estimateWard,
  ofFlow,
  ofRegion,
  ofWard,
  type Pick,
} from './estimate.ts';
export { joinResults, type Playing, play, startPlaying } from './play.ts';
