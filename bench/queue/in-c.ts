import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The queue in C, made by gcc -O3. */
export interface QueueInC {
  play(servers: number, load: number, people: number, seed: number): { sum: number; seconds: number };
  end(): void;
}

/** Is there a gcc on this machine? */
const hasGcc = (): boolean => spawnSync('gcc', ['--version']).status === 0;

/** Makes it; undefined without gcc. Adding and multiplying in one step is off: it would round otherwise than we do. */
export const queueInC = (): QueueInC | undefined => {
  if (!hasGcc()) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'queue-'));
  const program = join(folder, 'loop');
  const flags = ['-O3', '-ffp-contract=off'];
  execFileSync('gcc', [...flags, '-o', program, join(import.meta.dirname, 'loop.c')]);
  return {
    play: (...asked) => JSON.parse(execFileSync(program, asked.map(String), { encoding: 'utf8' })),
    end: () => rmSync(folder, { recursive: true }),
  };
};
