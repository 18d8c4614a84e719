import { useMutation } from '@tanstack/react-query';
import type { ObservationAnswer, ObservationView } from '#modules/stay/contract.ts';
import { call, callWithVersion, newKey } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { queries, type Read, readAgain, useRead } from '#web/api/queries.ts';
import { announce } from '#web/shell/announce.ts';
import { offerUndo } from '#web/shell/undo.ts';
import type { MedicationMark, PlanTask } from './strip.ts';

/** Changes of a stay are heard under this name. */
export const STAY_TOPICS = ['stay'];

/** Where what was seen in a stay stands. */
export const observationsPath = (stayId: string): string => `/api/v1/stays/${stayId}/observations`;

/** What was seen in a stay; both the strip and the list beside the answer read it once. */
export const useObservations = (stayId: string): Read<ObservationAnswer> =>
  useRead<ObservationAnswer>(observationsPath(stayId), STAY_TOPICS);

interface Doing {
  readonly path: string;
  readonly body: object;
  readonly version?: number;
  /** What is said when it is done; with `undo` it can be taken back. */
  readonly done: string;
  readonly undo?: (after: ObservationView) => Promise<unknown>;
}

const matching = (version: number | undefined): { ifMatch?: string } =>
  version === undefined ? {} : { ifMatch: `"${version}"` };

/** What a house does with the plan and with what was seen. `problem` is why the last one was refused. */
export const useObservationActs = (stayId: string) => {
  const base = `/api/v1/stays/${stayId}`;
  const { mutateAsync, isPending, error, reset } = useMutation<void, Problem, Doing>({
    mutationFn: async ({ path, body, version, done, undo }) => {
      const { body: answer, etag } = await callWithVersion<ObservationAnswer>(
        'POST',
        `${base}${path}`,
        body,
        {
          ...matching(version),
          idempotencyKey: newKey(),
        },
      );
      const { observation } = answer;
      // What came back is what there is now: the strip moves at once, the rest of the page follows.
      queries.setQueryData([observationsPath(stayId)], { body: answer, etag });
      announce(done);
      if (undo !== undefined) {
        offerUndo(done, async () => {
          await undo(observation);
          await readAgain(STAY_TOPICS);
        });
      }
      void readAgain(STAY_TOPICS);
    },
    // Somebody else was first: show what is true now beside the refusal.
    onError: () => void readAgain(STAY_TOPICS),
  });
  const act = (doing: Doing): Promise<boolean> =>
    mutateAsync(doing).then(
      () => true,
      () => false,
    );
  const turned = (task: PlanTask, way: 'done' | 'undone', after: ObservationView): Promise<unknown> => {
    const now = after.tasks.find(({ id }) => id === task.id);
    return call('POST', `${base}/tasks/${task.id}/${way}`, {}, matching(now?.version));
  };
  return {
    busy: isPending,
    problem: error,
    forget: reset,
    observe: (body: object, done: string): Promise<boolean> => act({ path: '/observations', body, done }),
    withdraw: (id: string, reason: string, done: string): Promise<boolean> =>
      act({ path: `/observations/${id}/withdraw`, body: { reason }, done }),
    /** Done, or not done after all; either can be taken back. */
    turn: (task: PlanTask, way: 'done' | 'undone', done: string): Promise<boolean> =>
      act({
        path: `/tasks/${task.id}/${way}`,
        body: {},
        version: task.version,
        done,
        undo: (after) => turned(task, way === 'done' ? 'undone' : 'done', after),
      }),
    skip: (task: PlanTask, reason: string, done: string): Promise<boolean> =>
      act({ path: `/tasks/${task.id}/skip`, body: { reason }, version: task.version, done }),
    plan: (body: object, done: string): Promise<boolean> => act({ path: '/tasks', body, done }),
    medicate: (body: object, done: string): Promise<boolean> => act({ path: '/medication', body, done }),
    explain: (mark: MedicationMark, reason: string, done: string): Promise<boolean> =>
      act({ path: `/medication/${mark.id}/reason`, body: { reason }, version: mark.version, done }),
  };
};

/** The acts on what was seen, for the parts of one page. */
export type ObservationActs = ReturnType<typeof useObservationActs>;
