import { Worker } from 'node:worker_threads';
import type { ProposalAsked, Proposed } from './decide/propose.ts';

const FILE = new URL('./plan-worker.ts', import.meta.url);
/** A year of a region with several rooms stays far below this. */
const MEMORY_MB = 1_024;

/** A plan that is asked for. */
export interface PlanJob {
  readonly id: string;
  readonly unitId: string;
  readonly asked: ProposalAsked;
  /** Told once: what it came to; null when nothing came of it. */
  readonly done: (proposed: Proposed | null) => Promise<void>;
}

/** The plans that are being made in this process, each in a thread of its own beside the server. */
export interface PlanJobs {
  /** Begins one; another that was running for the same room stops, the newest question counts. */
  start(job: PlanJob): void;
  /** How far it is, from 0 to 1; null when it is not being made here. */
  progress(id: string): number | null;
  cancel(id: string): void;
  stop(): Promise<void>;
}

interface Running {
  readonly unitId: string;
  readonly worker: Worker;
  /** Until what it came to is kept, so that nobody sees it as gone. */
  readonly kept: Promise<void>;
  progress: number;
}

type Said = { readonly progress: number } | { readonly proposed: Proposed };

const outcomeOf = (worker: Worker, report: (error: unknown) => void): Promise<Proposed | null> =>
  new Promise((resolve) => {
    worker.on('message', (said: Said) => {
      if ('proposed' in said) resolve(said.proposed);
    });
    worker.once('error', (error) => {
      report(error);
      resolve(null);
    });
    worker.once('exit', () => resolve(null));
  });

/** Opens the threads in which plans are made. */
export const openPlanJobs = (report: (error: unknown) => void): PlanJobs => {
  const running = new Map<string, Running>();
  const cancel = (id: string): void => {
    void running.get(id)?.worker.terminate();
  };
  return {
    start({ id, unitId, asked, done }) {
      for (const [other, job] of running) if (job.unitId === unitId) cancel(other);
      const worker = new Worker(FILE, {
        workerData: asked,
        resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
      });
      const kept = outcomeOf(worker, report)
        .then(done)
        .catch(report)
        .finally(() => {
          running.delete(id);
        });
      const job: Running = { unitId, worker, kept, progress: 0 };
      running.set(id, job);
      worker.on('message', (said: Said) => {
        if ('progress' in said) job.progress = said.progress;
      });
    },
    progress: (id) => running.get(id)?.progress ?? null,
    cancel,
    async stop() {
      const all = [...running.values()];
      await Promise.all(all.map(({ worker }) => worker.terminate()));
      await Promise.all(all.map(({ kept }) => kept));
    },
  };
};
