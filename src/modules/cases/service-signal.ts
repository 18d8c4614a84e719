import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import { record } from '#platform/diary/diary.ts';
import { decideStep, type SignalCode, type SignalStep } from './decide/signal-step.ts';
import { caseLine, type Doing } from './doing.ts';
import { todayAt } from './service-contacts.ts';
import { lockSignal, writeStep } from './store-signal.ts';

/** Somebody of the organisation takes a step with a signal; who and when stands beside it. */
export const stepSignal = async (
  tx: Tx,
  { id, ...act }: SignalStep & { readonly id: string },
  doing: Doing,
): Promise<Result<string, Refusal<SignalCode>>> => {
  const signal = await lockSignal(tx, id);
  if (signal === null) return refuse({ code: 'signal-unknown' });
  const today = todayAt(doing.now);
  const decided = decideStep(signal, act, today);
  if (!decided.ok) return decided;
  await writeStep(tx, id, decided.value, { name: doing.actor.name, today });
  await record(tx, [caseLine(doing, `signal-${decided.value.state}`, id)]);
  return ok(id);
};
