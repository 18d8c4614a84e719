export {
  type Cause,
  type Going,
  inDays,
  type Shares,
  together,
  waitingToGo,
} from './decide/waiting-to-go.ts';
export { concernsHandover, concernsStay, followHandover, followStay } from './follow.ts';
export { stayPolicies } from './policy.ts';
export { stayRefusals } from './refusals.ts';
export { stayRoutes } from './routes.ts';
export { writeAnswer } from './service-answer.ts';
export { addBarrier } from './service-barrier.ts';
export { beginStay } from './service-begin.ts';
export { mayMoveEnd, tellReady } from './service-length.ts';
export { holdMeeting } from './service-meeting.ts';
export { actOnTask, changeMedicine, observe } from './service-observation.ts';
export { changeReturn, makeContact } from './service-return.ts';
export { namePractice, tellWish } from './service-wish.ts';
export { missingStays, stayOfClaim } from './store.ts';
export { familyRequest } from './store-family.ts';
export { meetingsOf } from './store-meeting.ts';
export { tasksOf } from './store-observation.ts';
export { contactsOf } from './store-return.ts';
export { type Readiness, readinessOf } from './view-leaving.ts';
export { stayMarks } from './view-list.ts';
