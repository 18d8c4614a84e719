export { type LiveBoard, openBoard } from './board-bytes.ts';
export { openFigures } from './country.ts';
export { type Neighbours, openNeighbours } from './neighbours.ts';
export { towerPolicies } from './policy.ts';
export { openPressure } from './pressure.ts';
export { towerRefusals } from './refusals.ts';
export { towerRoutes } from './routes.ts';
export { openRoutes } from './routes-open.ts';
