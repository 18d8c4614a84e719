import type { Ward } from '#tower/contract.ts';
import { serverNow } from '#web/api/clock.ts';
import { useText } from '#web/i18n/texts.ts';
import { type Act, useKeys } from '#web/shell/acts.ts';
import type { CardState, CardStep } from './card-state.ts';
import { type Bar, barsOf, nearestBar, sheetOf, type WardPlace } from './timeline.ts';

const barElement = (bar: Bar): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-bar="${CSS.escape(bar.key)}"]`);

/** Only what can be pressed can be walked over. */
const stops = (bed: WardPlace, ward: Ward): Bar[] =>
  barsOf(bed, sheetOf(ward, serverNow())).filter(({ kind }) => kind !== 'cleaning');

interface Standing {
  readonly bed: WardPlace;
  readonly row: number;
  readonly bar: Bar;
}

/** Where the focus stands: the bed and the bar; null when it is elsewhere on the page. */
const standing = (ward: Ward): Standing | null => {
  const element = document.activeElement?.closest<HTMLElement>('[data-bar]');
  const row = ward.places.findIndex(({ id }) => id === element?.dataset.bed);
  const bed = ward.places[row];
  const bar =
    bed === undefined ? undefined : stops(bed, ward).find(({ key }) => key === element?.dataset.bar);
  return bed === undefined || bar === undefined ? null : { bed, row, bar };
};

const go = (bar: Bar | undefined): void => {
  if (bar === undefined) return;
  const element = barElement(bar);
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: 'nearest' });
};

const toBed = (ward: Ward, by: 1 | -1): void => {
  const here = standing(ward);
  const bed = here === null ? ward.places[0] : ward.places[here.row + by];
  if (bed !== undefined) go(nearestBar(stops(bed, ward), here?.bar.left ?? 0));
};

const alongBed = (ward: Ward, by: 1 | -1): void => {
  const here = standing(ward);
  if (here === null) {
    toBed(ward, 1);
    return;
  }
  const bars = stops(here.bed, ward);
  go(bars[bars.findIndex(({ key }) => key === here.bar.key) + by]);
};

const FITS: Readonly<Record<Exclude<CardStep, 'acts'>, (bar: Bar) => boolean>> = {
  move: ({ kind }) => kind === 'stay' || kind === 'planned' || kind === 'displaced',
  end: ({ kind }) => kind === 'stay',
  left: ({ kind }) => kind === 'stay',
  close: ({ kind }) => kind !== 'closed',
  facts: ({ claim }: Bar) => claim?.requestId != null && claim.name !== null,
};

/** Puts the focus on the first bed, for who wants to change something. */
export const focusFirstBed = (ward: Ward): void => toBed(ward, 1);

/** B klopt nog, arrows over beds and bars, V move, E end, G close; while a card is open its own keys go first. */
export const useWardKeys = ({
  ward,
  card,
  onCard,
  onConfirm,
}: {
  ward: Ward;
  card: CardState | null;
  onCard: (card: CardState) => void;
  onConfirm: () => void;
}): void => {
  const t = useText('ward');
  const open = (step: Exclude<CardStep, 'acts'>): void => {
    const bed = ward.places.find(({ id }) => id === card?.placeId);
    const bar = bed === undefined ? undefined : stops(bed, ward).find(({ key }) => key === card?.barKey);
    const here = bed !== undefined && bar !== undefined ? { bed, bar } : standing(ward);
    if (here !== null && FITS[step](here.bar)) onCard({ placeId: here.bed.id, barKey: here.bar.key, step });
  };
  const walk = (run: () => void): (() => void) => (card === null ? run : () => undefined);
  const moving: Act[] = [
    { keys: ['ArrowDown'], does: t('keys.nextBed'), run: walk(() => toBed(ward, 1)), onlyKey: true },
    { keys: ['ArrowUp'], does: t('keys.previousBed'), run: walk(() => toBed(ward, -1)), onlyKey: true },
    { keys: ['ArrowRight'], does: t('keys.later'), run: walk(() => alongBed(ward, 1)), onlyKey: true },
    { keys: ['ArrowLeft'], does: t('keys.earlier'), run: walk(() => alongBed(ward, -1)), onlyKey: true },
  ];
  const own: Act[] = [
    { keys: ['b'], does: t('confirm.act'), run: onConfirm },
    { keys: ['v'], does: t('act.move'), run: () => open('move'), onlyKey: true },
    { keys: ['e'], does: t('act.end'), run: () => open('end'), onlyKey: true },
    { keys: ['g'], does: t('act.close'), run: () => open('close'), onlyKey: true },
  ];
  useKeys(ward.own ? [...moving, ...own] : []);
};
