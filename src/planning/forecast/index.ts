export { type Bands, bandsOf, chanceOfNone } from './bands.ts';
export { forecastAll } from './forecast.ts';
export { type ScoreSum, scoreDay, sumScores } from './score.ts';
