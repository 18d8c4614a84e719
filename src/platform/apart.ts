import { Worker } from 'node:worker_threads';

/** A file that takes longer is no list; work that is known to be longer says so itself. */
const LONGEST_MS = 5_000;
const MEMORY_MB = 192;

/** What work apart from the server came to: its answer, or why there is none. */
export type Apart<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'failed' };

/** Runs a worker on what somebody sent, with a limit of memory and of time, so that a bad file costs nobody else anything. */
export const runApart = async <T>(file: URL, sent: unknown, longestMs = LONGEST_MS): Promise<Apart<T>> => {
  const worker = new Worker(file, {
    workerData: sent,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    stdout: true,
    stderr: true,
  });
  const slow = setTimeout(() => void worker.terminate(), longestMs);
  const outcome = await new Promise<Apart<T>>((done) => {
    worker.once('message', (value: T) => done({ kind: 'done', value }));
    worker.once('error', (error: NodeJS.ErrnoException) =>
      done({ kind: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-large' : 'failed' }),
    );
    worker.once('exit', () => done({ kind: 'failed' }));
  });
  clearTimeout(slow);
  await worker.terminate();
  return outcome;
};
