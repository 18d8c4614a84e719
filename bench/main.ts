import { readdirSync } from 'node:fs';
import { type Figure, lineOf } from './figure.ts';
import { remember } from './history.ts';

const NO_BENCH = ['main', 'figure', 'history'];

/** Every other file in this folder is a bench and exports `run`. */
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => file.slice(0, -'.ts'.length))
  .filter((name) => !NO_BENCH.includes(name));

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}. There are: ${names.join(', ')}.`);
  process.exit(2);
}

const figures: Figure[] = [];
for (const name of asked.length > 0 ? asked : names) {
  const bench: { run(): Promise<Figure[]> } = await import(`./${name}.ts`);
  for (const figure of await bench.run()) {
    console.log(lineOf(figure));
    figures.push(figure);
  }
}
remember(figures);
process.exitCode = figures.every((figure) => figure.pass) ? 0 : 1;
