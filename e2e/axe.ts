import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface Axe {
  run(
    root: Document | string,
    options: object,
  ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
}

const readSource = (): Promise<string> =>
  readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let source: Promise<string> | undefined;

/**
 * What axe finds wrong on the page as it stands (WCAG 2.2 AA), one line each; nothing when all is well. `within` looks
 * at one part only: a card that floats half covers what lies below it, until it closes.
 */
export const violationsOn = async (page: Page, within?: string): Promise<string[]> => {
  // A bar that stays in sight covers what lies below it until one scrolls: look at the whole page at once.
  const size = page.viewportSize();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  if (size !== null) await page.setViewportSize({ ...size, height: Math.max(size.height, height + 120) });
  // Evaluated, not added as a script: the page allows no script but its own. Once per document: it is half a megabyte.
  source ??= readSource();
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await source);
  const found = await page.evaluate(
    async ({ tags, part }) => {
      // A number that has just changed fades in; half faded its contrast says nothing.
      await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
      const { axe } = window as unknown as { axe: Axe };
      const { violations } = await axe.run(part ?? document, {
        runOnly: { type: 'tag', values: tags },
        // Only what is wrong is described, and our style sheets are not fetched again: no rule with these tags reads them.
        resultTypes: ['violations'],
        preload: { assets: ['media'] },
      });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
    },
    { tags: TAGS, part: within ?? null },
  );
  if (size !== null) await page.setViewportSize(size);
  return found;
};
