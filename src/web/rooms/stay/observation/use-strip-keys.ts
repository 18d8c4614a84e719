import { useText } from '#web/i18n/texts.ts';
import { useKeys } from '#web/shell/acts.ts';
import type { StripView } from './sheet.ts';

const headOf = (day: string | undefined): HTMLElement | null =>
  day === undefined ? null : document.querySelector<HTMLElement>(`[data-day="${CSS.escape(day)}"]`);

/** The arrows walk over the days of the strip, beginning at today; Enter opens the day one stands on. */
export const useStripKeys = ({ days, today }: Pick<StripView, 'days' | 'today'>): void => {
  const t = useText('observation');
  const walk = (step: 1 | -1): void => {
    const standing = document.activeElement?.getAttribute('data-day') ?? null;
    const at = days.findIndex(({ day }) => day === standing);
    const start = days.findIndex(({ day }) => day === (today ?? days.at(-1)?.day));
    const next = at === -1 ? start : Math.max(0, Math.min(days.length - 1, at + step));
    headOf(days[next]?.day)?.focus();
  };
  useKeys([
    { keys: ['ArrowRight'], does: t('day.next'), run: () => walk(1), onlyKey: true },
    { keys: ['ArrowLeft'], does: t('day.before'), run: () => walk(-1), onlyKey: true },
  ]);
};
