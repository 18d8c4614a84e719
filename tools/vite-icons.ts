import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Plugin } from 'vite';

interface LucideSet {
  readonly icons: Readonly<Record<string, { readonly body: string }>>;
  readonly aliases: Readonly<Record<string, { readonly parent: string }>>;
}

const VIRTUAL = 'virtual:icons';
const RESOLVED = `\0${VIRTUAL}`;
const NAMED = [
  /<Icon\b[^>]*?\bname="([a-z0-9-]+)"/g,
  /\bicon(?:=|: |\()["']([a-z0-9-]+)["']/g,
  /\bicon=\{[^}]*?\? '([a-z0-9-]+)' : '([a-z0-9-]+)'/g,
];
const SHARED_ATTRIBUTES = new Set(['fill', 'stroke', 'stroke-linecap', 'stroke-linejoin', 'stroke-width']);

/** The icon names that a source text asks for: `<Icon name="bed" />`, `icon="bed"`, `icon: 'bed'`. */
export const iconNamesIn = (source: string): string[] =>
  NAMED.flatMap((pattern) =>
    [...source.matchAll(pattern)].flatMap((match) => match.slice(1).filter((name) => name !== undefined)),
  );

/** One icon as a list of [element, attributes]; what all icons share stands once, on the svg itself. */
export const iconShapes = (body: string): [string, Record<string, string>][] =>
  [...body.matchAll(/<(path|circle|rect|line|polyline|polygon|ellipse)\b([^>]*?)\/?>/g)].map((shape) => {
    const pairs = [...(shape[2] ?? '').matchAll(/([a-z0-9-]+)="([^"]*)"/gi)];
    const kept = pairs.filter(
      ([, name = '', value]) => !SHARED_ATTRIBUTES.has(name) || (name === 'fill' && value !== 'none'),
    );
    return [shape[1] as string, Object.fromEntries(kept.map((pair) => [pair[1], pair[2]]))];
  });

const sourcesUnder = (root: string): string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.includes('.test.'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));

const lucide = (): LucideSet =>
  createRequire(import.meta.url)('@iconify-json/lucide/icons.json') as LucideSet;

/** Writes one small module with only the Lucide icons that the sources under `root` name; an unknown name stops the build. */
export const iconsPlugin = (root: string): Plugin => ({
  name: 'verkeerstoren-icons',
  resolveId: (id) => (id === VIRTUAL ? RESOLVED : undefined),
  load(id) {
    if (id !== RESOLVED) return undefined;
    const set = lucide();
    const names = [...new Set(sourcesUnder(root).flatMap(iconNamesIn))].sort();
    const shapes = names.map((name) => {
      const body = set.icons[set.aliases[name]?.parent ?? name]?.body;
      if (body === undefined) throw new Error(`"${name}" is not a Lucide icon; look one up at lucide.dev`);
      return [name, iconShapes(body)] as const;
    });
    return `export const icons = ${JSON.stringify(Object.fromEntries(shapes))};`;
  },
  handleHotUpdate({ file, server }) {
    const known = server.moduleGraph.getModuleById(RESOLVED);
    if (known !== undefined && file.endsWith('.tsx')) server.moduleGraph.invalidateModule(known);
  },
});
