import type { Levers } from '#planning/whatif/types.ts';
import { useText } from '#web/i18n/texts.ts';
import { choiceOf, hoursOpen } from '#web/rooms/outlook/levers/turning.ts';
import { numberText, percentText, signed } from '#web/rooms/outlook/play/figures.ts';
import { productShort } from '#web/rooms/placement/words.ts';

/** What was turned, a line each, for who has no model beside it; `wards` are the names of those whose beds changed. */
export const useTurnedWords = (levers: Levers, wards: Readonly<Record<string, string>>): string[] => {
  const t = useText('outlook');
  const line = (name: string, value: string): string => t('shared.lever', { name, value });
  const { admits, transferHours, sharedShare, weekendStaff, policy, typed } = levers;
  const choice = admits === undefined ? null : choiceOf(admits);
  const admitWords = (): string =>
    choice === null
      ? t('lever.hoursOpen', { hours: numberText(hoursOpen(admits ?? [])) })
      : t(`admits.${choice}`);
  return [
    ...(levers.product === null ? [] : [line(t('pick.product'), productShort(levers.product))]),
    ...(admits === undefined ? [] : [line(t('lever.admits'), admitWords())]),
    ...(transferHours === undefined
      ? []
      : [line(t('lever.transferHours'), t('lever.hours', { hours: numberText(transferHours) }))]),
    ...Object.entries(levers.beds ?? {}).map(([id, more]) =>
      line(wards[id] ?? t('shared.ward'), t('shared.beds', { more: signed(more, numberText) })),
    ),
    ...(sharedShare === undefined ? [] : [line(t('lever.sharedShare'), percentText(sharedShare))]),
    ...(weekendStaff === undefined ? [] : [line(t('lever.weekendStaff'), percentText(weekendStaff))]),
    ...Object.entries(levers.barrierDays ?? {}).map(([barrier, share]) =>
      line(t(`barrier.${barrier}`), t('shared.barrier', { share: percentText(share) })),
    ),
    ...Object.values(levers.starts ?? {}).map((starts) =>
      line(t('lever.starts'), t('lever.perWeek', { starts: numberText(starts) })),
    ),
    ...(policy === undefined ? [] : [line(t('policy.title'), t(`policy.${policy}`))]),
    ...(typed === undefined ? [] : [t('paper.typed', { count: Object.keys(typed).length })]),
  ];
};
