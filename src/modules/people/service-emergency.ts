import { isoFromInstant } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import { record } from '#platform/diary/diary.ts';
import type { Actor } from '#platform/http/actor.ts';
import type { EmergencyBody, EmergencySetting, EmergencyView } from './contract-emergency.ts';
import { EMERGENCIES_WITHIN, EMERGENCY_FOR, judgeEmergency } from './decide/emergency.ts';
import { person } from './service.ts';
import { emergencyState, insertEmergency, pressedBy, setEmergency } from './store-emergency.ts';
import type { PeopleCode } from './types.ts';
import { personView } from './view.ts';

/** Who presses, and when. */
interface Acting {
  readonly actor: Actor;
  readonly now: Instant;
}

const line = ({ actor, now }: Acting, event: string, subject: string) => ({
  ...{ at: now, room: 'people', event, subject, unitId: null, body: {} },
  ...{ organisationId: actor.organisationId, actor: actor.id },
});

/** Opens somebody without a relation, for at most a day. The reason stands in the log, where the person reads it. */
export const pressEmergency = async (
  tx: Tx,
  body: EmergencyBody,
  acting: Acting,
): Promise<Result<EmergencyView, Refusal<PeopleCode>>> => {
  const { actor, now } = acting;
  const { on } = await emergencyState(tx);
  const pressed = await pressedBy(tx, actor.id, now - EMERGENCIES_WITHIN);
  const verdict = judgeEmergency({ on, pressed }, now);
  if (verdict === 'off') return refuse({ code: 'emergency-off' });
  if (verdict === 'too-often') return refuse({ code: 'emergency-too-often', params: { seconds: 3600 } });
  const until = now + EMERGENCY_FOR;
  const personId = await insertEmergency(tx, body, { reason: body.reason, at: now, until });
  if (personId === null) return refuse({ code: 'person-unknown' });
  await record(tx, [line(acting, 'emergency', personId)]);
  const found = await person(tx, personId);
  if (found === null) throw new Error('the emergency button opened nothing');
  return ok({ person: personView(found), until: isoFromInstant(until) });
};

/** Whether the button works here. */
export const emergencySetting = async (tx: Tx): Promise<EmergencySetting> => {
  const { on, at } = await emergencyState(tx);
  return { on, setAt: at === null ? null : isoFromInstant(at) };
};

/** Switches it on or off for the region; who did and when stays. */
export const switchEmergency = async (tx: Tx, on: boolean, acting: Acting): Promise<EmergencySetting> => {
  const { actor, now } = acting;
  await setEmergency(tx, on, { actor: actor.id, organisationId: actor.organisationId, now });
  await record(tx, [line(acting, on ? 'emergency-on' : 'emergency-off', actor.organisationId)]);
  return { on, setAt: isoFromInstant(now) };
};
