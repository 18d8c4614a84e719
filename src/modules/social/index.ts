export { serviceFile } from './import-services.ts';
export { socialPolicies } from './policy.ts';
export { socialRefusals } from './refusals.ts';
export { socialRoutes } from './routes.ts';
export { HELPER_COOKIE, helperRoutes } from './routes-helping.ts';
export {
  begin as beginConversation,
  finish as finishConversation,
  share as sharePartsOf,
  writePart,
} from './service-conversation.ts';
export { chaseReferrals, closeTakenBack, concernsReferral } from './service-follow.ts';
export { helperScreen } from './service-helping.ts';
export { helperLetter, helperText, waitsByLink } from './service-helping-link.ts';
export { bringInMap } from './service-hsds.ts';
export { passOn, refer, takeStep } from './service-referral.ts';
/** The bench asks as a reader does. @internal */
export { searchServices, standingAt } from './service-search.ts';
export { sayState } from './service-state.ts';
