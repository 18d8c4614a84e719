import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { style, types } from './plants/code.ts';
import { floors } from './plants/floors.ts';
import { dead, drawings, house } from './plants/house.ts';
import type { Plant } from './plants/plant.ts';

/**
 * A rule nobody has seen fail is a hope. This breaks every rule once, in a copy of the house, and demands that its
 * check turns red for that reason and was not before. `node tools/planted-faults.ts [word in a name …]`
 */

const plants = [...types, ...style, ...floors, ...house, ...dead, ...drawings];
const ROOT = join(import.meta.dirname, '..');
const copy = mkdtempSync(join(tmpdir(), 'vt-planted-'));
const soundings = new Map<string, string>();

cpSync(ROOT, copy, { recursive: true, filter: (path) => !/\/(node_modules|dist|\.git|\.data)$/.test(path) });
symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));

const asked = process.argv.slice(2);
const chosen = plants.filter(({ name }) => asked.length === 0 || asked.some((word) => name.includes(word)));
let missed = 0;
for (const plant of chosen) {
  const verdict = judge(plant);
  if (verdict !== 'caught') missed += 1;
  console.log(`${verdict.padEnd(8)} ${plant.check.padEnd(12)} ${plant.name}`);
}
rmSync(copy, { recursive: true });
console.log(`planted faults: ${chosen.length - missed} caught, ${missed} missed`);
process.exitCode = missed > 0 || chosen.length === 0 ? 1 : 0;

function judge(plant: Plant): 'caught' | 'MISSED' | 'ALREADY' {
  const before = soundings.get(plant.check) ?? sound(plant.check).words;
  soundings.set(plant.check, before);
  if (plant.says.test(before)) return 'ALREADY';
  const undo = Object.entries(plant.files).map(([path, change]) => put(path, change));
  const { red, words } = sound(plant.check);
  for (const back of undo.reverse()) back();
  return red && plant.says.test(words) ? 'caught' : 'MISSED';
}

function sound(check: string): { red: boolean; words: string } {
  const options = [join(copy, 'tools/verify.ts'), check, '--full'];
  // Its test cluster stands in the copy too and goes with it.
  const env = { ...process.env, TMPDIR: copy };
  const run = spawnSync(process.execPath, options, { cwd: copy, encoding: 'utf8', maxBuffer: 1 << 28, env });
  return { red: run.status !== 0, words: run.stdout + run.stderr };
}

/** Writes, changes or (with null) takes away a file of the copy; gives back what puts it right again. */
function put(path: string, change: Plant['files'][string]): () => void {
  const file = join(copy, path);
  const old = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  const made = mkdirSync(dirname(file), { recursive: true });
  if (change === null) rmSync(file);
  else writeFileSync(file, typeof change === 'string' ? change : change(old ?? ''));
  return () => {
    if (old === undefined) rmSync(made ?? file, { recursive: true });
    else writeFileSync(file, old);
  };
}
