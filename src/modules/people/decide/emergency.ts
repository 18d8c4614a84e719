import { DAY, HOUR, type Instant } from '#kernel/interval.ts';

/** An emergency lasts as long as somebody is on duty with the person, never longer than a day. */
export const EMERGENCY_FOR = 24 * HOUR;
/** So often one person presses the button in a day before somebody must be called: more is looking round. */
const EMERGENCIES_A_DAY = 5;
export const EMERGENCIES_WITHIN = DAY;

/** Does this say why? Ten letters, not ten dots. */
export const isReason = (text: string): boolean => (text.match(/\p{L}/gu) ?? []).length >= 10;

/** What pressing the button comes to. */
export type EmergencyVerdict = 'open' | 'off' | 'too-often';

/** May the button be pressed now? Whether the person exists plays no part in it. */
export const judgeEmergency = (
  known: { readonly on: boolean; readonly pressed: readonly Instant[] },
  now: Instant,
): EmergencyVerdict => {
  if (!known.on) return 'off';
  const lately = known.pressed.filter((at) => at > now - EMERGENCIES_WITHIN);
  return lately.length >= EMERGENCIES_A_DAY ? 'too-often' : 'open';
};
