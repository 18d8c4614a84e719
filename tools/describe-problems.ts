import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { RefusalTexts } from '#kernel/refusal.ts';

const SRC = join(import.meta.dirname, '../src');

/** The page every refusal points to (`type` in problem+json): each code with its status, sentences and what now. */
export async function describeProblems(): Promise<string> {
  const chapters: string[] = [];
  for (const { title, path } of tables()) {
    const exported: Record<string, unknown> = await import(join(SRC, path));
    const texts = Object.entries(exported).find(([name]) => name.endsWith('Refusals'))?.[1];
    chapters.push(...chapter(title, texts as RefusalTexts));
  }
  return [
    '# Problems',
    '',
    'Every refusal is `application/problem+json` (RFC 9457): `type` (this page), `title`, `status`, `code`, `detail` in Dutch,',
    '`detail_en`, `next` and `next_en` for what to do now, and `fields` when something was filled in wrongly. A word in braces',
    'is filled in. Drawn from the tables of refusals by `node tools/generate.ts`.',
    '',
    ...chapters,
  ].join('\n');
}

function tables(): { title: string; path: string }[] {
  const rooms = readdirSync(join(SRC, 'modules'))
    .sort()
    .map((room) => ({ title: room, path: `modules/${room}/refusals.ts` }))
    .filter(({ path }) => existsSync(join(SRC, path)));
  return [
    { title: 'the door', path: 'platform/http/problem.ts' },
    ...rooms,
    { title: 'tower', path: 'tower/refusals.ts' },
  ];
}

function chapter(title: string, texts: RefusalTexts): string[] {
  const rows = Object.entries(texts).map(
    ([code, { status, title: what, next }]) =>
      `| <a id="${code}"></a>\`${code}\` | ${status} | ${what.nl}<br>${what.en} | ${next.nl}<br>${next.en} |`,
  );
  return [
    `## ${title}`,
    '',
    '| code | status | what is the matter | what now |',
    '|---|---|---|---|',
    ...rows,
    '',
  ];
}
