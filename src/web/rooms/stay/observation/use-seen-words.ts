import type { SeenView } from '#modules/stay/contract.ts';
import { OBSERVATION_KINDS, type ObservationKind, SCALES } from '#modules/stay/types.ts';
import { currentLanguage, useText } from '#web/i18n/texts.ts';

/** One thing that was measured, as one says it, and whether it is out of range. */
interface Said {
  readonly key: string;
  readonly said: string;
  readonly out: boolean;
}

/** The words of what was seen. */
export interface SeenWords {
  readonly kind: (kind: ObservationKind) => string;
  /** `Verpleegkundige, ochtend` */
  readonly who: (seen: SeenView) => string;
  readonly measured: (seen: SeenView) => Said[];
}

type Measured = SeenView['measured'];

/** The words of what was seen, in the language of the reader. */
export const useSeenWords = (): SeenWords => {
  const t = useText('observation');
  const language = currentLanguage();
  const figures = new Intl.NumberFormat(language === 'nl' ? 'nl-NL' : 'en-GB', { maximumFractionDigits: 2 });
  const number = (value: number): string => figures.format(value).replace('-', '−');

  /** Upper and lower number as one says them: `138/80`. */
  const pressure = (measured: Measured, key: 'lying' | 'standing'): string | null => {
    const upper = measured[key];
    const lower = measured[`${key}Low`];
    if (upper === undefined) return null;
    return t(`measured.${key}`, {
      number: lower === undefined ? number(upper) : `${number(upper)}/${number(lower)}`,
    });
  };

  const plain = ({ kind, measured, dayPart }: SeenView): string[] => {
    if (kind === 'blood-pressure')
      return [pressure(measured, 'lying'), pressure(measured, 'standing')].filter((said) => said !== null);
    if (kind === 'meal') {
      const eaten = measured['part'] === 1 ? 'full' : measured['part'] === 0 ? 'none' : 'half';
      return [t('measured.meal', { meal: t(`mealOf.${dayPart}`), eaten: t(`meal.${eaten}`) })];
    }
    return OBSERVATION_KINDS[kind].numbers.flatMap(({ key }) => {
      const value = measured[key];
      return value === undefined ? [] : [t(`measured.${key}`, { number: number(value) })];
    });
  };

  const counted = ({ kind, counted: told }: SeenView): Said[] => {
    if (told === null) return [];
    const { scale } = OBSERVATION_KINDS[kind];
    const said =
      scale === null
        ? t('measured.drop', { number: number(told.value) })
        : t('scale.said', { scale: t(`scale.${scale}`), total: number(told.value), of: SCALES[scale].of });
    return [{ key: told.key, said, out: told.out }];
  };

  const rangeOf = ({ low, high }: NonNullable<SeenView['lab']>): string | null => {
    if (low === null && high === null) return null;
    const edge = (at: number | null): string => (at === null ? '…' : number(at));
    return `(${t('lab.range', { low: edge(low), high: edge(high) })})`;
  };

  const lab = ({ lab: result }: SeenView): Said[] => {
    if (result === null) return [];
    const value = result.value === null ? null : `${number(result.value)} ${result.unit}`.trimEnd();
    const said = [result.name, value, rangeOf(result)].filter((part) => part !== null).join(' ');
    return [{ key: 'lab', said, out: result.out }];
  };

  return {
    kind: (kind) => t(`kind.${kind}`),
    who: ({ seenBy, dayPart, name }) =>
      t('seen.who', { who: t(`seenBy.${seenBy}`), part: t(`part.${dayPart}`), name }),
    measured: (seen) => [
      ...plain(seen).map((said) => ({ key: said, said, out: false })),
      ...counted(seen),
      ...lab(seen),
    ],
  };
};
