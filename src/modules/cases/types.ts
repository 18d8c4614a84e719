export {
  ACTION_STATES,
  CASE_EVENTS,
  CASE_OUTCOMES,
  CASE_PARTS,
  type CaseOutcome,
  type CasePart,
} from './types-case.ts';
export { LINE_KINDS } from './types-meeting.ts';
export { ASIDE_REASONS, type AsideReason, CONTACT_KINDS, SIGNAL_STATES } from './types-signal.ts';
