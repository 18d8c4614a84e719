import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Scenario, ShareAnswer } from '#modules/outlook/contract.ts';
import type { PartyRow } from '#planning/whatif/types.ts';
import { call, newKey } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { queries } from '#web/api/queries.ts';
import { SEED } from '#web/rooms/outlook/play/players.ts';
import type { Draft, Scenarios } from './use-scenarios.ts';

/** How long a link opens. */
export const SHARE_DAYS = 30;

const URL = '/api/v1/outlook/scenarios';

/** What is kept of a scenario: the levers, and the rows that came out when it was played this often. */
interface Outcome {
  readonly rows: readonly PartyRow[];
  readonly years: number;
  readonly asOf: string;
}

/** Keeping, naming, sharing and throwing away a scenario. */
export interface Keep {
  readonly busy: boolean;
  readonly problem: Problem | null;
  /** The link, as long as it is in sight: it is told once. */
  readonly link: string | null;
  readonly save: (outcome: Outcome) => void;
  readonly rename: (name: string) => void;
  readonly share: () => void;
  readonly unshare: () => void;
  readonly remove: () => void;
}

/** A finite number, as JSON can carry it. */
const carried = (rows: readonly PartyRow[]): unknown =>
  JSON.parse(
    JSON.stringify(rows, (_, value: unknown) =>
      Number.isFinite(value) || typeof value !== 'number' ? value : 0,
    ),
  );

const versionOf = (kept: Scenario): { readonly ifMatch: string } => ({ ifMatch: `"${kept.version}"` });

/** The acts on the scenario that is looked at; one at a time, and each says why it did not work. */
export const useKeep = (scenarios: Scenarios): Keep => {
  const { chosen, change, drop } = scenarios;
  const [link, setLink] = useState<{ readonly of: string; readonly link: string } | null>(null);
  const act = useMutation<void, Problem, (key: string, draft: Draft) => Promise<void>>({
    mutationFn: (run) => run(newKey(), chosen),
    onSuccess: () => void queries.removeQueries({ queryKey: [URL] }),
  });
  const stored = (kept: Scenario): void => change({ kept, name: kept.name });
  const run = (does: (idempotencyKey: string, draft: Draft) => Promise<void>): void => act.mutate(does);
  return {
    busy: act.isPending,
    problem: act.error,
    link: link?.of === chosen.key ? link.link : null,
    save: ({ rows, years, asOf }) =>
      run(async (idempotencyKey, { name, levers, kept }) => {
        const body = { name, levers, seed: SEED, years, rows: carried(rows), asOf };
        stored(
          kept === null
            ? await call<Scenario>('POST', URL, body, { idempotencyKey })
            : await call<Scenario>('PATCH', `${URL}/${kept.id}`, body, {
                idempotencyKey,
                ...versionOf(kept),
              }),
        );
      }),
    rename: (name) => {
      const { kept } = chosen;
      if (kept === null) return change({ name });
      run(async (idempotencyKey) =>
        stored(
          await call<Scenario>(
            'PATCH',
            `${URL}/${kept.id}`,
            { name },
            { idempotencyKey, ...versionOf(kept) },
          ),
        ),
      );
    },
    share: () =>
      run(async (idempotencyKey, { key, kept }) => {
        if (kept === null) return;
        const told = await call<ShareAnswer>(
          'POST',
          `${URL}/${kept.id}/share`,
          { days: SHARE_DAYS },
          { idempotencyKey },
        );
        setLink({ of: key, link: told.link });
        change({ kept: { ...kept, version: kept.version + 1, sharedUntil: told.sharedUntil } });
      }),
    unshare: () =>
      run(async (idempotencyKey, { kept }) => {
        if (kept === null) return;
        stored(await call<Scenario>('POST', `${URL}/${kept.id}/unshare`, {}, { idempotencyKey }));
        setLink(null);
      }),
    remove: () =>
      run(async (idempotencyKey, { kept }) => {
        if (kept !== null)
          await call('DELETE', `${URL}/${kept.id}`, {}, { idempotencyKey, ...versionOf(kept) });
        drop();
      }),
  };
};
