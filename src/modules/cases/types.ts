export {
  ASIDE_REASONS,
  type AsideReason,
  CONTACT_KINDS,
  type ContactKind,
  type Known,
  SIGNAL_STATES,
  type Sign,
  type Signal,
  type SignalState,
} from './types-signal.ts';
