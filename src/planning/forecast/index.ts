export { bandsOf, chanceOfNone } from './bands.ts';
export { forecastAll } from './forecast.ts';
export { scoreDay } from './score.ts';
