import { useMutation } from '@tanstack/react-query';
import type { ContactBody, ReturnAnswer, ReturnView } from '#modules/stay/contract.ts';
import { call, newKey } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { type Read, readAgain, useRead } from '#web/api/queries.ts';
import { announce } from '#web/shell/announce.ts';
import { offerUndo } from '#web/shell/undo.ts';

const TOPICS = ['stay'];

/** One line of the plan for home. */
export type ReturnLine = ReturnView['items'][number];

/** A contact after somebody left. */
export type ContactLine = ReturnView['contacts'][number];

/** The plan for home of a stay, and how it went afterwards. */
export const useReturn = (stayId: string): Read<ReturnAnswer> =>
  useRead<ReturnAnswer>(`/api/v1/stays/${stayId}/return`, TOPICS);

type Change = Pick<ReturnLine, 'state' | 'who' | 'fromDay' | 'note'>;

const changeOf = ({ state, who, fromDay, note }: Change): Change => ({ state, who, fromDay, note });

interface Doing {
  readonly method: 'POST' | 'PUT';
  readonly path: string;
  readonly body: object;
  readonly version?: number;
  readonly done: string;
  readonly undo?: (after: ReturnView) => Promise<unknown>;
}

/** What a house does for the way home. `problem` is why the last one was refused. */
export const useReturnActs = (stayId: string) => {
  const base = `/api/v1/stays/${stayId}`;
  const put = (item: string, change: Change, version: number): Promise<ReturnAnswer> =>
    call('PUT', `${base}/return/${item}`, changeOf(change), { ifMatch: `"${version}"` });
  const { mutateAsync, isPending, error, reset } = useMutation<void, Problem, Doing>({
    mutationFn: async ({ method, path, body, version, done, undo }) => {
      const ifMatch = version === undefined ? {} : { ifMatch: `"${version}"` };
      const answer = await call<ReturnAnswer>(method, `${base}${path}`, body, {
        ...ifMatch,
        idempotencyKey: newKey(),
      });
      announce(done);
      if (undo !== undefined)
        offerUndo(done, async () => {
          await undo(answer.return);
          await readAgain(TOPICS);
        });
      await readAgain(TOPICS);
    },
    // Somebody else was first: show what is true now beside the refusal.
    onError: () => void readAgain(TOPICS),
  });
  const act = (doing: Doing): Promise<boolean> =>
    mutateAsync(doing).then(
      () => true,
      () => false,
    );
  return {
    busy: isPending,
    problem: error,
    forget: reset,
    /** How far one thing is; it can be taken back. */
    change: (line: ReturnLine, change: Change, done: string): Promise<boolean> =>
      act({
        ...{
          method: 'PUT',
          path: `/return/${line.item}`,
          body: changeOf(change),
          version: line.version,
          done,
        },
        undo: (after) => {
          const now = after.items.find(({ item }) => item === line.item);
          return put(line.item, line, now?.version ?? 0);
        },
      }),
    /** What came out of a contact; over what stands there already only with its version. */
    tell: (contact: ContactLine, told: ContactBody, done: string): Promise<boolean> => {
      const written = contact.doneAt !== null || contact.dropped !== null;
      const version = written ? { version: contact.version } : {};
      return act({ method: 'POST', path: `/contacts/${contact.days}`, body: told, ...version, done });
    },
    /** Nobody calls any more. */
    stop: (reason: 'wish' | 'died', done: string): Promise<boolean> =>
      act({ method: 'POST', path: '/contacts/stop', body: { reason }, done }),
  };
};

/** The acts on the way home, for the parts of one panel. */
export type ReturnActs = ReturnType<typeof useReturnActs>;
