import type { Levers } from '#planning/whatif/types.ts';
import { useText } from '#web/i18n/texts.ts';
import { numberText, percentText } from '#web/rooms/outlook/play/figures.ts';
import type { Lever } from './LeverSlider.tsx';
import {
  ADMIT_CHOICES,
  ADMIT_WINDOWS,
  choiceOf,
  hoursOpen,
  moreBeds,
  spreadBeds,
  type Today,
  turned,
  turnedOne,
} from './turning.ts';

/** The sliders of the most used levers, and those behind "Meer". */
export interface LeverSet {
  readonly main: readonly Lever[];
  readonly perWard: readonly Lever[];
  readonly barriers: readonly Lever[];
  readonly starts: readonly Lever[];
}

type Change = (next: Levers) => void;

/** Between the choices of admission hours, today stands where its hours lie. */
const placeOf = (hours: number): number => {
  const steps = ADMIT_CHOICES.map((choice) => hoursOpen(ADMIT_WINDOWS[choice]));
  const above = steps.findIndex((step) => step >= hours);
  if (above <= 0) return above === 0 ? 0 : steps.length - 1;
  const [low, high] = [steps[above - 1] ?? 0, steps[above] ?? 0];
  return above - 1 + (hours - low) / (high - low);
};

const useAdmits = (today: Today, levers: Levers, change: Change): Lever => {
  const t = useText('outlook');
  const own = today.admits === null ? null : choiceOf(today.admits);
  const chosen = levers.admits === undefined ? null : choiceOf(levers.admits);
  const place = own === null ? placeOf(today.openHours) : ADMIT_CHOICES.indexOf(own);
  return {
    ...{ icon: 'clock', name: t('lever.admits'), min: 0, max: ADMIT_CHOICES.length - 1, step: 1 },
    today: place,
    todayWords:
      own === null ? t('lever.hoursOpen', { hours: numberText(today.openHours) }) : t(`admits.${own}`),
    words: (value) => t(`admits.${ADMIT_CHOICES[Math.round(value)] ?? 'always'}`),
    value: chosen === null ? undefined : ADMIT_CHOICES.indexOf(chosen),
    onTurn: (value) => {
      const choice = value === undefined ? undefined : ADMIT_CHOICES[value];
      change(turned(levers, 'admits', choice === undefined ? undefined : ADMIT_WINDOWS[choice]));
    },
  };
};

const usePeopleLevers = (today: Today, levers: Levers, change: Change): Lever[] => {
  const t = useText('outlook');
  const share = (of: 'sharedShare' | 'weekendStaff', icon: string, now: number): Lever => ({
    ...{ icon, name: t(`lever.${of}`), min: 0, max: 1, step: 0.05, today: now },
    words: percentText,
    value: levers[of],
    onTurn: (value) =>
      change(turned(levers, of, value === undefined ? undefined : Math.round(value * 100) / 100)),
  });
  return [
    share('sharedShare', { icon: 'share-2' }.icon, today.sharedShare),
    share('weekendStaff', { icon: 'users' }.icon, today.weekendStaff),
  ];
};

const useBedLevers = (today: Today, product: string, levers: Levers, change: Change) => {
  const t = useText('outlook');
  const more = moreBeds(levers);
  const room = Math.max(10, Math.ceil(today.beds / 2));
  const all: Lever = {
    ...{ icon: 'bed', name: t('lever.beds', { product }), step: 1, today: today.beds },
    ...{ min: Math.max(0, today.beds - room), max: today.beds + room },
    words: numberText,
    value: more === 0 ? undefined : today.beds + more,
    onTurn: (value) => {
      const beds = value === undefined ? {} : spreadBeds(today.wards, value - today.beds);
      change(turned(levers, 'beds', Object.keys(beds).length === 0 ? undefined : beds));
    },
  };
  const perWard = today.wards.map(({ id, name, beds }): Lever => {
    const change1 = levers.beds?.[id];
    return {
      ...{ name, min: 0, max: beds + 20, step: 1, today: beds, words: numberText },
      value: change1 === undefined ? undefined : beds + change1,
      onTurn: (value) =>
        change(turnedOne(levers, 'beds', id, value === undefined ? undefined : value - beds)),
    };
  });
  return { all, perWard };
};

const useLeavingLevers = (today: Today, levers: Levers, change: Change) => {
  const t = useText('outlook');
  const barriers = today.barriers.map(({ barrier, days }): Lever => {
    const share = levers.barrierDays?.[barrier];
    const words = (value: number): string => t('lever.days', { days: numberText(value * days) });
    return {
      ...{ name: t(`barrier.${barrier}`), min: 0, max: 1.5, step: 0.1, today: 1, words, value: share },
      onTurn: (value) =>
        change(
          turnedOne(
            levers,
            'barrierDays',
            barrier,
            value === undefined ? undefined : Math.round(value * 10) / 10,
          ),
        ),
    };
  });
  const starts = today.openings.map(
    ({ id, kind, startsPerWeek }): Lever => ({
      ...{ name: t(`opening.${kind}`), min: 0, max: Math.max(10, Math.ceil(startsPerWeek * 2)), step: 1 },
      today: startsPerWeek,
      words: (value) => t('lever.perWeek', { starts: numberText(value) }),
      value: levers.starts?.[id],
      onTurn: (value) => change(turnedOne(levers, 'starts', id, value)),
    }),
  );
  return { barriers, starts };
};

const useTransfer = (today: Today, levers: Levers, change: Change): Lever => {
  const t = useText('outlook');
  return {
    ...{ icon: 'arrow-right-left', name: t('lever.transferHours'), min: 0, step: 1 },
    max: Math.max(48, Math.ceil(today.transferHours / 12) * 12),
    today: today.transferHours,
    words: (value) => t('lever.hours', { hours: numberText(value) }),
    value: levers.transferHours,
    onTurn: (value) => change(turned(levers, 'transferHours', value)),
  };
};

/** Every lever of a product as a slider, in the language of the reader. */
export const useLevers = (today: Today, product: string, levers: Levers, change: Change): LeverSet => {
  const beds = useBedLevers(today, product, levers, change);
  return {
    main: [
      useAdmits(today, levers, change),
      useTransfer(today, levers, change),
      beds.all,
      ...usePeopleLevers(today, levers, change),
    ],
    perWard: beds.perWard.length > 1 ? beds.perWard : [],
    ...useLeavingLevers(today, levers, change),
  };
};
