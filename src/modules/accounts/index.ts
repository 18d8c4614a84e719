export { inviteByHand, listByHand, resetByHand, switchByHand } from './by-hand.ts';
export { accountsRefusals } from './refusals.ts';
export { accountsRoutes } from './routes.ts';
