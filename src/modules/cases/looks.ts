import type { AccessEvent, Look } from '#platform/access-log/types.ts';
import type { Tx } from '#platform/db/database.ts';
import type { SignalAnswer, SignalList, SignalView } from './contract-signal.ts';
import { personsBehind } from './store-signal.ts';

/** One look for each person who is shown. The house may know who it is where the practice reads no name: they are told too. */
const lookedAt = async (tx: Tx, event: AccessEvent, signals: readonly SignalView[]): Promise<Look[]> => {
  const persons = await personsBehind(
    tx,
    signals.map(({ id }) => id),
  );
  return signals.map(({ id, who }) => ({
    ...{ event, objectType: 'signal', objectId: id, personId: persons.get(id) ?? null, ground: 'treatment' },
    categories: who.name === null ? ['reason-and-care'] : ['reason-and-care', 'name-and-contact'],
  }));
};

/** The looks of the list of a practice. */
export const listedSignals = ({ signals }: SignalList, { tx }: { readonly tx: Tx }): Promise<Look[]> =>
  lookedAt(tx, 'list', signals);

/** The look of a step that was taken. */
export const steppedSignal = ({ signal }: SignalAnswer, { tx }: { readonly tx: Tx }): Promise<Look[]> =>
  lookedAt(tx, 'change', [signal]);
