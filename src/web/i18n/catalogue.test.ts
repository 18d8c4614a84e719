import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const web = fileURLToPath(new URL('../', import.meta.url));

type Catalogue = { readonly [key: string]: string | Catalogue };

const flat = (catalogue: Catalogue, before = ''): [string, string][] =>
  Object.entries(catalogue).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${before}${key}`, value]] : flat(value, `${before}${key}.`),
  );

const readCatalogues = (language: 'nl' | 'en'): Map<string, Map<string, string>> => {
  const folder = join(web, 'i18n', language);
  return new Map(
    readdirSync(folder).map((file) => [
      basename(file, '.json'),
      new Map(flat(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Catalogue)),
    ]),
  );
};

const nl = readCatalogues('nl');
const en = readCatalogues('en');

const withoutComments = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

const sources = readdirSync(web, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.includes('.test.'))
  .map((entry) => join(entry.parentPath, entry.name))
  .map((path) => ({ path: relative(web, path), text: withoutComments(readFileSync(path, 'utf8')) }));

/** `t` and its area, for each hook in a file; several parts of one file may use different areas under one name. */
const areasOf = (text: string): Map<string, Set<string>> => {
  const areas = new Map<string, Set<string>>();
  for (const [, name = '', area = ''] of text.matchAll(
    /const (?:\{ )?(\w+)(?: \})? = use(?:Text|Translation)\('([\w-]+)'\)/g,
  )) {
    areas.set(name, (areas.get(name) ?? new Set()).add(area));
  }
  return areas;
};

const literalsIn = (argument: string): string[] =>
  [...argument.matchAll(/'([\w.-]+)'/g)].map(([, key = '']) => key);

/** The keys a file asks for by name, and the beginnings of those it puts together (`state.` + the state). */
const keysAsked = (text: string, name: string): { literal: string[]; begun: string[] } => {
  const calls = [...text.matchAll(new RegExp(`\\b${name}\\(\\s*([^,)]*)`, 'g'))].map(
    ([, argument = '']) => argument,
  );
  const literal = calls
    .filter((argument) => !argument.includes('`'))
    .flatMap((argument) => {
      const chosen = argument.includes('?') ? argument.slice(argument.indexOf('?')) : argument;
      return literalsIn(chosen);
    });
  const begun = calls.flatMap((argument) =>
    [...argument.matchAll(/`([\w.-]*)\$\{/g)].map(([, start = '']) => start),
  );
  return { literal, begun };
};

const stands = (area: string, key: string): boolean => {
  const catalogue = nl.get(area);
  return catalogue !== undefined && (catalogue.has(key) || catalogue.has(`${key}_other`));
};

describe('the catalogues of texts', () => {
  test('Dutch and English have the same areas, keys and blanks to fill', () => {
    expect([...en.keys()]).toEqual([...nl.keys()]);
    for (const [area, texts] of nl) {
      const english = en.get(area) ?? new Map<string, string>();
      expect([...english.keys()].sort(), area).toEqual([...texts.keys()].sort());
      for (const [key, dutch] of texts) {
        const blanks = (text: string): string[] => (text.match(/\{\{\w+\}\}/g) ?? []).sort();
        expect(blanks(english.get(key) ?? ''), `${area}:${key}`).toEqual(blanks(dutch));
        expect(dutch.trim() === '' || english.get(key)?.trim() === '', `${area}:${key} is empty`).toBe(false);
      }
    }
  });

  test('every key that a screen asks for stands in its area', () => {
    const missing = sources.flatMap(({ path, text }) =>
      [...areasOf(text)].flatMap(([name, areas]) => {
        const { literal, begun } = keysAsked(text, name);
        const inAny = (holds: (area: string) => boolean): boolean => [...areas].some(holds);
        return [
          ...literal.filter((key) => !inAny((area) => stands(area, key))),
          ...begun.filter(
            (start) =>
              !inAny((area) => [...(nl.get(area)?.keys() ?? [])].some((key) => key.startsWith(start))),
          ),
        ].map((key) => `${path}: ${[...areas].join('|')}:${key}`);
      }),
    );
    expect(missing).toEqual([]);
  });

  test('no text stands in a catalogue without a screen that shows it', () => {
    const whole = sources.map(({ text }) => text).join('\n');
    const named = new Set([...whole.matchAll(/['"`]([\w.-]+)['"`]/g)].map(([, key = '']) => key));
    const begun = [...whole.matchAll(/`([\w-]+\.[\w.-]*)\$\{/g)].map(([, start = '']) => start);
    const unused = [...nl].flatMap(([area, texts]) =>
      [...texts.keys()]
        .map((key) => key.replace(/_(one|other)$/, ''))
        .filter((key) => !named.has(key) && !begun.some((start) => key.startsWith(start)))
        .map((key) => `${area}:${key}`),
    );
    expect([...new Set(unused)]).toEqual([]);
  });

  test('a Dutch sentence has at most twenty words, without "helaas" or an exclamation mark', () => {
    const tooMuch = [...nl].flatMap(([area, texts]) =>
      [...texts].flatMap(([key, text]) =>
        text
          .split(/[.?:;]\s/)
          .filter((sentence) => sentence.split(/\s+/).length > 20 || /helaas|!/i.test(sentence))
          .map((sentence) => `${area}:${key}: ${sentence}`),
      ),
    );
    expect(tooMuch).toEqual([]);
  });
});

const SEEN_ATTRIBUTES = new Set([
  'label',
  'title',
  'placeholder',
  'hint',
  'line',
  'alt',
  'aria-label',
  'late',
  'about',
]);
const LETTERS = /\p{L}/u;

const visibleLiterals = (path: string, text: string): string[] => {
  const found: string[] = [];
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true, ts.ScriptKind.TSX);
  const insideKey = (node: ts.Node): boolean =>
    ts.isJsxElement(node.parent) && node.parent.openingElement.tagName.getText(tree) === 'Kbd';
  const look = (node: ts.Node): void => {
    if (ts.isJsxText(node) && LETTERS.test(node.text) && !insideKey(node))
      found.push(`${path}: ${node.text.trim()}`);
    if (
      ts.isJsxAttribute(node) &&
      SEEN_ATTRIBUTES.has(node.name.getText(tree)) &&
      node.initializer !== undefined &&
      ts.isStringLiteral(node.initializer) &&
      LETTERS.test(node.initializer.text)
    ) {
      found.push(`${path}: ${node.getText(tree)}`);
    }
    ts.forEachChild(node, look);
  };
  look(tree);
  return found;
};

describe('the screens', () => {
  test('a text written into a screen would be found', () => {
    expect(visibleLiterals('x.tsx', 'const x = <p title="Vol">Bel <Kbd>Z</Kbd>{t("a")}</p>;')).toHaveLength(
      2,
    );
  });

  test('no screen has a text of its own: all come from the catalogues', () => {
    const own = sources
      .filter(({ path }) => path.endsWith('.tsx'))
      .flatMap(({ path, text }) => visibleLiterals(path, text));
    expect(own).toEqual([]);
  });
});
