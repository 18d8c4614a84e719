export { type LiveBoard, openBoard } from './board-bytes.ts';
export { towerPolicies } from './policy.ts';
export { openPressure } from './pressure.ts';
export { towerRefusals } from './refusals.ts';
export { towerRoutes } from './routes.ts';
