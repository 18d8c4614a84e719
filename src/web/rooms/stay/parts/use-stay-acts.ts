import { useMutation } from '@tanstack/react-query';
import type { StayAnswer, StayView } from '#modules/stay/contract.ts';
import { call } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { readAgain } from '#web/api/queries.ts';
import { currentLanguage } from '#web/i18n/texts.ts';
import { announce } from '#web/shell/announce.ts';
import { offerUndo } from '#web/shell/undo.ts';

/** What a stay changes on other screens too. */
const TOPICS = ['stay', 'ward'];

/** How something is taken back: where, with what, and at which version. */
export interface StayAct {
  /** Below the stay: `barriers/…/solve`. */
  readonly path: string;
  readonly body: object;
  /** The version that was read, where somebody else may have been first. */
  readonly version?: number;
}

interface Doing extends StayAct {
  readonly done: string;
  readonly undo?: (stay: StayView) => StayAct | null;
}

/** What can be done with a stay; each act says whether it was done, and `problem` why the last one was not. */
export interface StayActs {
  readonly busy: boolean;
  readonly problem: Problem | null;
  readonly forget: () => void;
  readonly act: (doing: Doing) => Promise<boolean>;
  /** What the house said about one field of the last act. */
  readonly wrong: (field: string) => string | null;
}

/** What every form on a stay is given. */
export interface StayForm {
  readonly stay: StayView;
  readonly acts: StayActs;
  readonly onDone: () => void;
}

const send = (stayId: string, { path, body, version }: StayAct): Promise<StayAnswer> =>
  call<StayAnswer>(
    'POST',
    `/api/v1/stays/${stayId}/${path}`,
    body,
    version === undefined ? {} : { ifMatch: `"${version}"` },
  );

/** The acts on one stay. Nothing is shown as done before the house said so. */
export const useStayActs = (stayId: string): StayActs => {
  const { mutateAsync, isPending, error, reset } = useMutation<void, Problem, Doing>({
    mutationFn: async ({ done, undo, ...doing }) => {
      const { stay } = await send(stayId, doing);
      announce(done);
      const back = undo?.(stay) ?? null;
      if (back !== null) {
        offerUndo(done, async () => {
          await send(stayId, back);
          await readAgain(TOPICS);
        });
      }
      await readAgain(TOPICS);
    },
    // Somebody else was first: show what stands there now beside the refusal.
    onError: () => void readAgain(TOPICS),
  });
  return {
    busy: isPending,
    problem: error,
    forget: reset,
    wrong: (field) => error?.field(field, currentLanguage()) ?? null,
    act: (doing) =>
      mutateAsync(doing).then(
        () => true,
        () => false,
      ),
  };
};
