import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PRODUCTS } from '#kernel/product.ts';
import type { RefusalTexts } from '#kernel/refusal.ts';
import { rooms } from './rooms.ts';

const ROOT = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const names = Object.keys(rooms);

/** All code of the product below a folder, tests apart. */
function codeIn(folder: string): string[] {
  if (!existsSync(join(ROOT, folder))) return [];
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter(
      (entry) =>
        entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.(test|spec|fixture)\.tsx?$/.test(entry.name),
    )
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
}

/** Code without its comments, so that a rule never trips over prose. */
function withoutComments(path: string): string {
  return read(path)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '');
}

/** The tables and views of the database, by name. */
function relations(kind: 'table' | 'view'): string[] {
  return [...read('db/schema.sql').matchAll(new RegExp(`^create ${kind} (\\w+)`, 'gm'))].map(
    (match) => match[1] ?? '',
  );
}

const tables = relations('table');
const views = relations('view');

/** The names of relations that stand in a text. */
function mentioned(text: string, among: readonly string[]): string[] {
  return among.filter((name) => new RegExp(`\\b${name}\\b`).test(text));
}

describe('the rooms', () => {
  it('are those on the plan', () => {
    expect(readdirSync(join(ROOT, 'src/modules')).sort()).toEqual([...names].sort());
  });

  it.each(names)('%s has a sign on the door, words and a door', (room) => {
    for (const file of ['README.md', 'types.ts', 'index.ts'])
      expect(existsSync(join(ROOT, 'src/modules', room, file)), `src/modules/${room}/${file}`).toBe(true);
  });

  it.each(names)('%s touches only its own tables', (room) => {
    const stores = codeIn(`src/modules/${room}`);
    expect(stores.length).toBeGreaterThan(0);
    const foreign = [...tables, ...views].filter((name) => !name.startsWith(`${room.replaceAll('-', '_')}_`));
    for (const store of stores) expect(mentioned(withoutComments(store), foreign), store).toEqual([]);
  });
});

describe('the tables', () => {
  it('stand in the drawing of the database', () => {
    expect(tables.length).toBeGreaterThan(10);
    expect(views.length).toBeGreaterThan(3);
  });

  it('carry the name of a room or of the plumbing', () => {
    const owners = [...names.map((name) => name.replaceAll('-', '_')), 'platform'];
    const strangers = [...tables, ...views].filter(
      (name) => !owners.some((owner) => name.startsWith(`${owner}_`)),
    );
    expect(strangers).toEqual([]);
  });

  it('of people and their requests are closed row by row; the tower sees through the eyes of its reader', () => {
    const schema = read('db/schema.sql');
    const open = tables
      .filter((name) => !/^(region|capacity|platform)_/.test(name))
      .filter((name) => !schema.includes(`alter table ${name} enable row level security;`));
    expect(open).toEqual([]);
    const blind = views.filter(
      (name) => !new RegExp(`create view ${name} with \\(security_invoker=true\\)`).test(schema),
    );
    expect(blind).toEqual([]);
  });

  it('are left to the rooms by the tower, which reads views', () => {
    for (const file of codeIn('src/tower'))
      expect(mentioned(withoutComments(file), tables), file).toEqual([]);
  });

  it('of the rooms are unknown to the plumbing', () => {
    const ofRooms = [...tables, ...views].filter((name) => !name.startsWith('platform_'));
    for (const file of codeIn('src/platform'))
      expect(mentioned(withoutComments(file), ofRooms), file).toEqual([]);
  });
});

describe('the refusals', () => {
  const owners = [
    'src/platform/http/problem.ts',
    ...names.map((room) => `src/modules/${room}/refusals.ts`).filter((path) => existsSync(join(ROOT, path))),
  ];

  it.each(owners)('of %s are told in Dutch and English, with what to do next', async (path) => {
    const exported: Record<string, unknown> = await import(/* @vite-ignore */ join(ROOT, path));
    const texts = Object.entries(exported).filter(([name]) => /Refusals$/.test(name));
    expect(texts).toHaveLength(1);
    for (const [code, text] of Object.entries(texts[0]?.[1] as RefusalTexts)) {
      const sentences = [text.title.nl, text.title.en, text.next.nl, text.next.en];
      for (const sentence of sentences) expect(sentence, code).toMatch(/^.{6,}[.?!]$/);
      // Who is in the bed is nobody's business: no name, number or person has a place in these sentences.
      for (const sentence of sentences)
        expect(sentence, code).not.toMatch(/\{(name|person|bsn|subject|who)\w*\}/i);
    }
  });
});

describe('the words', () => {
  const all = ['src', 'demo', 'bench', 'torture', 'tools'].flatMap(codeIn);

  it('say what a thing is, not that it manages, helps or informs', () => {
    const empty = all.filter((path) =>
      /(manager|helper|util|data|info)s?[./-]/i.test(path.replace(/^.*\//, '')),
    );
    expect(empty).toEqual([]);
    for (const path of all) {
      const exported = [
        ...withoutComments(path).matchAll(
          /^export (?:async )?(?:const|function|class|type|interface) (\w+)/gm,
        ),
      ];
      const vague = exported
        .map((match) => match[1] ?? '')
        .filter((name) => /(Manager|Helper|Util|Data|Info)s?$/.test(name));
      expect(vague, path).toEqual([]);
    }
  });

  it('of the law and the agreement stand in the glossary', () => {
    const glossary = read('GLOSSARY.md');
    const terms = [
      'bsn',
      'pc4',
      'half-day',
      'hold',
      'reserved',
      'displaced',
      'desk',
      'admission window',
      'stay',
      'offer',
    ];
    const known = (term: string) => new RegExp(`(^|[^\\w-])${term}([^\\w-]|$)`, 'im').test(glossary);
    const missing = [...PRODUCTS, ...terms].filter((term) => !known(term));
    expect(missing).toEqual([]);
  });

  it('never catch what only the ground floor and the builders may catch', () => {
    const catching = ['src/kernel', 'src/planning', 'src/modules', 'src/tower']
      .flatMap(codeIn)
      .filter((path) => /\btry\s*\{/.test(withoutComments(path)));
    expect(catching).toEqual([]);
  });
});
