import { readFileSync } from 'node:fs';

const TICK_MICROS = 10_000;

const ticksOf = (pid: number): number => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
  } catch {
    // Another system than Linux, or a backend that ended: then only the server itself is counted, to the peer's advantage.
    return 0;
  }
};

/** What these database backends spent so far, in microseconds: a server that asks the database makes it work. */
export const backendCpu = (pids: Iterable<number>): number =>
  [...pids].reduce((sum, pid) => sum + ticksOf(pid) * TICK_MICROS, 0);
