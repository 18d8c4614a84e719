import { useState } from 'react';
import type { HandoverView } from '#modules/stay/contract.ts';
import { Problem } from '#web/api/problem.ts';
import { currentLanguage } from '#web/i18n/texts.ts';

/** Doing one thing with a handover at a time: whether it runs, and why the last did not go. */
export interface Acting {
  readonly busy: boolean;
  readonly problem: Problem | null;
  /** What the house said about one field of the last act. */
  readonly wrong: (field: string) => string | null;
  readonly run: (act: () => Promise<HandoverView>) => Promise<HandoverView | null>;
}

/** Acts wait for the answer; what was refused stays to be read. */
export const useAct = (): Acting => {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  return {
    busy,
    problem,
    wrong: (field) => problem?.field(field, currentLanguage()) ?? null,
    run: async (act) => {
      setBusy(true);
      setProblem(null);
      try {
        return await act();
      } catch (fault) {
        if (!(fault instanceof Problem)) throw fault;
        setProblem(fault);
        return null;
      } finally {
        setBusy(false);
      }
    },
  };
};
