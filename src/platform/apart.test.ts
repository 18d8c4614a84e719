import { expect, it } from 'vitest';
import { runApart } from './apart.ts';
import { readFile, readTable } from './csv/read.ts';

const known = { all: ['code', 'name', 'note'], required: ['code', 'name'] };
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const script = (text: string): URL => new URL(`data:text/javascript,${encodeURIComponent(text)}`);

it('a large list is read apart from the server with the same answer, row for row', async () => {
  const list = bytes(`code;name\n${'A1;De Es\n;\nA2;"De\nBrink"\n'.repeat(4_000)}`);
  expect(list.byteLength).toBeGreaterThan(64 * 1024);
  expect(await readFile(list, known)).toEqual(readTable(list, known));
});

it('a large list that cannot be read is refused with the same words', async () => {
  for (const bad of [
    ';'.repeat(4_000_000),
    `code;name\nA1;${'x'.repeat(4_000_000)}`,
    'x'.repeat(6_000_000),
  ]) {
    const answer = await readFile(bytes(bad), known);
    expect(answer).toEqual(readTable(bytes(bad), known));
    expect(answer.ok).toBe(false);
  }
});

it('work that takes all memory or fails ends by itself and says so; the server goes on', async () => {
  const hungry = 'const kept = []; for (;;) kept.push(new Array(100_000).fill({}));';
  expect(await runApart(script(hungry), null, 60_000)).toEqual({ kind: 'too-large' });
  expect(await runApart(script("throw new Error('kanarie')"), null)).toEqual({ kind: 'failed' });
  expect(await runApart(script('for (;;);'), null, 300)).toEqual({ kind: 'failed' });
}, 90_000);
