import type { Product } from '#kernel/product.ts';
import { useText } from '#web/i18n/texts.ts';
import { type Act, useKeys } from '#web/shell/acts.ts';
import { openPalette } from '#web/shell/palette.ts';
import type { Choosing } from './BoardTable.tsx';
import type { BoardFilters } from './board-filters.ts';
import { type BoardGroup, keysOf } from './board-lines.ts';
import { useBoardWords } from './use-board-words.ts';

/** What the keys of the board act on. `openings.request` is only there for who may ask for a place. */
export interface BoardActs {
  readonly groups: readonly BoardGroup[];
  readonly products: readonly Product[];
  readonly choosing: Choosing;
  readonly filters: BoardFilters;
  readonly onFilter: (change: Partial<BoardFilters>) => void;
  readonly onFilters: () => void;
  readonly openings: { readonly ward: (unitId: string) => void; readonly request?: (key: string) => void };
}

/** The focus goes to the name in the line, so that Enter, Tab and a screen reader continue from there. */
const focusLine = (key: string): void => {
  const name = document.querySelector<HTMLElement>(`[data-line="${CSS.escape(key)}"]`);
  name?.focus({ preventScroll: true });
  name?.scrollIntoView({ block: 'nearest' });
};

const useLineActs = ({ groups, choosing, openings }: BoardActs): Act[] => {
  const t = useText('board');
  const keys = keysOf(groups);
  const step = (by: 1 | -1): void => {
    const at = choosing.chosen === null ? -1 : keys.indexOf(choosing.chosen);
    const next = keys[at === -1 ? 0 : Math.max(0, Math.min(keys.length - 1, at + by))];
    if (next !== undefined) focusLine(next);
  };
  const { chosen } = choosing;
  const line = groups.flatMap(({ lines }) => lines).find(({ key }) => key === chosen);
  const moving: Act[] = [
    { keys: ['j', 'ArrowDown'], does: t('acts.next'), run: () => step(1), onlyKey: true },
    { keys: ['k', 'ArrowUp'], does: t('acts.previous'), run: () => step(-1), onlyKey: true },
  ];
  if (line === undefined) return moving;
  const about = { site: line.site.name };
  return [
    ...moving,
    { keys: ['Enter'], does: t('acts.open', about), run: () => openings.ward(line.row.unitId) },
    {
      keys: ['w'],
      does: t('acts.why', about),
      run: () => choosing.onWhy(choosing.why === line.key ? null : line.key),
    },
    ...(openings.request === undefined
      ? []
      : [{ keys: ['a'], does: t('acts.request', about), run: () => openings.request?.(line.key) }]),
  ];
};

/** J K up and down, Enter opens, W why, 1-7 product, F filter, A asks a place here, / searches. */
export const useBoardKeys = (acts: BoardActs): void => {
  const t = useText('board');
  const words = useBoardWords();
  const { products, filters, onFilter, onFilters } = acts;
  const lineActs = useLineActs(acts);
  useKeys([
    ...lineActs,
    ...products.map((product, index) => ({
      keys: [String(index + 1)],
      does: t('acts.product', { product: words.short(product) }),
      run: () => onFilter({ product: filters.product === product ? null : product }),
    })),
    { keys: ['0'], does: t('acts.all'), run: () => onFilter({ product: null }) },
    { keys: ['f'], does: t('acts.filter'), run: onFilters },
    { keys: ['/'], does: t('acts.search'), run: () => void openPalette(), onlyKey: true },
    { keys: [], does: t('acts.print'), run: () => window.print() },
  ]);
};
