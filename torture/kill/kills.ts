import { readdirSync, readFileSync } from 'node:fs';
import type { RunningPostgres } from '#platform/postgres/index.ts';
import type { KeptHouse } from '#torture/house/keeper.ts';

/** What is killed. */
export const VICTIMS = ['server', 'database', 'both'] as const;
export type Victim = (typeof VICTIMS)[number];

/** The children of a process, by their numbers; on Linux only, elsewhere the postmaster alone is killed. */
const childrenOf = (parent: number): number[] => {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
        return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === parent;
      } catch {
        return false;
      }
    });
};

const killAll = (pids: readonly number[]): void => {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended by itself a moment ago.
    }
  }
};

/** Kills as a power cut does: the server, every process of the database, or both; only what was handed in. */
export const kill = (victim: Victim, house: KeptHouse, database: RunningPostgres): void => {
  if (victim !== 'database') house.kill();
  if (victim !== 'server') killAll([database.pid, ...childrenOf(database.pid)]);
};
