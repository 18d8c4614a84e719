import type { AccessEvent, Category, Look } from '#platform/access-log/types.ts';
import type { Tx } from '#platform/db/database.ts';
import type { CaseAnswer, CaseList } from './contract-case.ts';
import type { SignalAnswer, SignalList, SignalView } from './contract-signal.ts';
import { caseById, consentBehind } from './store-case.ts';
import { personsBehind } from './store-signal.ts';
import type { CasePart } from './types-case.ts';

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

const lookedIn = async (
  tx: Tx,
  event: AccessEvent,
  id: string,
  parts: readonly CasePart[],
): Promise<Look> => {
  const of = await caseById(tx, id);
  return {
    ...{ event, objectType: 'case', objectId: id, personId: of?.personId ?? null },
    ...{ ground: 'consent', consentId: await consentBehind(tx, id) },
    categories: ['name-and-contact', ...seenIn(parts)],
  };
};

const seenIn = (parts: readonly CasePart[]): readonly Category[] => [
  ...(parts.includes('question') || parts.includes('plan') ? (['reason-and-care'] as const) : []),
  ...(parts.includes('messages') ? (['messages'] as const) : []),
];

/** The look of an answer with one case in it. */
export const oneCase =
  (event: AccessEvent) =>
  async ({ case: of }: CaseAnswer, { tx }: { readonly tx: Tx }): Promise<Look[]> => [
    await lookedIn(tx, event, of.id, of.parts),
  ];

/** One look for each person in the list of cases. */
export const listedCases = async ({ cases }: CaseList, { tx }: { readonly tx: Tx }): Promise<Look[]> => {
  const looks: Look[] = [];
  for (const { id } of cases) looks.push(await lookedIn(tx, 'list', id, []));
  return looks;
};

/** The look of an answer about meetings of a case. */
export const inMeeting =
  (event: AccessEvent) =>
  async ({ caseId }: { readonly caseId: string }, { tx }: { readonly tx: Tx }): Promise<Look[]> => [
    await lookedIn(tx, event, caseId, ['plan', 'meetings']),
  ];
