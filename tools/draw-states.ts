import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

type Transition = { from: string; act: string; to: string };
type Drawing = { path: string; text: string };

const MODULES = join(import.meta.dirname, '../src/modules');

/** Draws every list a room exports as `…Transitions` from its types.ts: one page with a Mermaid diagram each. */
export async function drawStates(): Promise<Drawing[]> {
  const drawings: Drawing[] = [];
  for (const room of readdirSync(MODULES).sort()) {
    const types = join(MODULES, room, 'types.ts');
    if (!existsSync(types)) continue;
    const exported = (await import(types)) as Record<string, unknown>;
    for (const [name, value] of Object.entries(exported)) {
      const subject = /^(\w+)Transitions$/.exec(name)?.[1];
      if (subject)
        drawings.push({
          path: `docs/states/${room}-${subject}.md`,
          text: page(room, subject, value as Transition[]),
        });
    }
  }
  return drawings;
}

function page(room: string, subject: string, transitions: readonly Transition[]): string {
  const states = [...new Set(transitions.flatMap(({ from, to }) => [from, to]))];
  const first = transitions[0]?.from ?? '';
  const last = states.filter((state) => !transitions.some(({ from }) => from === state));
  const lines = [
    `[*] --> ${id(first)}`,
    ...transitions.map(({ from, act, to }) => `${id(from)} --> ${id(to)}: ${act}`),
    ...last.map((state) => `${id(state)} --> [*]`),
  ];
  const names = states
    .filter((state) => id(state) !== state)
    .map((state) => `state "${state}" as ${id(state)}`);
  return [
    `# ${room}: the states of ${article(subject)} ${subject}`,
    '',
    `Drawn from \`${subject}Transitions\` in src/modules/${room}/types.ts by \`node tools/generate.ts\`. Every other step is refused.`,
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...[...names, ...lines].map((line) => `  ${line}`),
    '```',
    '',
    '| from | act | to |',
    '|---|---|---|',
    ...transitions.map(({ from, act, to }) => `| ${from} | ${act} | ${to} |`),
    '',
  ].join('\n');
}

function article(word: string): string {
  return /^[aeiou]/.test(word) ? 'an' : 'a';
}

function id(state: string): string {
  return state.replaceAll('-', '_');
}
