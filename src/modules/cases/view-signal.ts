import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { peopleById } from '#modules/people/index.ts';
import type { Tx } from '#platform/db/database.ts';
import type { SignalAnswer, SignalAsk, SignalList, SignalView } from './contract-signal.ts';
import { SIGNAL_V1 } from './decide/signal-v1.ts';
import { goneOver, signalById, signalsOf } from './store-signal.ts';
import type { Signal } from './types-signal.ts';

const viewSignals = async (tx: Tx, signals: readonly Signal[]): Promise<SignalView[]> => {
  const people = await peopleById(
    tx,
    signals.flatMap(({ known }) => known.personId ?? []),
  );
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return signals.map(({ known, ...signal }) => ({
    id: signal.id,
    who: {
      person: known.personId !== null && names.has(known.personId) ? known.personId : null,
      name: known.personId === null ? null : (names.get(known.personId) ?? null),
      ...{ number: known.number, bsnEnd: known.bsnEnd, birthDate: known.birthDate },
    },
    signs: signal.signs.map((sign) => ('perYear' in sign ? { ...sign, perYear: [...sign.perYear] } : sign)),
    ...{ state: signal.state, aside: signal.aside, againOn: signal.againOn },
    ...{ since: signal.since, decidedBy: signal.decidedBy },
  }));
};

/** The list of the acting organisation. */
export const viewList = async (tx: Tx, { scope }: SignalAsk): Promise<SignalList> => ({
  signals: await viewSignals(tx, await signalsOf(tx, scope)),
  gone: await goneOver(tx),
  thresholds: { version: SIGNAL_V1.version, source: SIGNAL_V1.source },
});

/** One of them, as it stands now. */
export const viewOne = async (
  tx: Tx,
  id: string,
): Promise<Result<SignalAnswer, Refusal<'signal-unknown'>>> => {
  const signal = await signalById(tx, id);
  const [view] = signal === null ? [] : await viewSignals(tx, [signal]);
  return view === undefined ? refuse({ code: 'signal-unknown' }) : ok({ signal: view });
};
