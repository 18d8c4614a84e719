import { readFileSync } from 'node:fs';

/**
 * When a process was born, as an opaque word that differs when the number is given out again.
 * Undefined when it no longer runs; a zombie nobody reaped (a container without an init) counts as gone.
 */
export function processBirth(pid: number): string | undefined {
  if (process.platform !== 'linux') return answersSignals(pid) ? 'alive' : undefined;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, birth] = [fields[0], fields[19]];
    return state === 'Z' || state === 'X' ? undefined : birth;
  } catch {
    return undefined;
  }
}

function answersSignals(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
