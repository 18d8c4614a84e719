import type { JSX } from 'react';
import type { FigureSource } from '#kernel/freshness.ts';
import { useNow } from '#web/api/clock.ts';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import styles from './Age.module.css';
import { cx } from './cx.ts';
import { Fuse } from './Fuse.tsx';
import { type FigureOrigin, figureAge } from './figure.ts';
import { Icon } from './Icon.tsx';

const SOURCE_ICON: Readonly<Record<FigureSource, JSX.Element>> = {
  tap: <Icon name="hand" size={14} />,
  link: <Icon name="plug" size={14} />,
  work: <Icon name="workflow" size={14} />,
  phone: <Icon name="phone" size={14} />,
  import: <Icon name="table-2" size={14} />,
};

/**
 * How old a figure is: fuse, moment, age in words and where it came from (`11:16 · 25 min`). Ticks once a minute.
 * `sourceWord` shows the source in words (otherwise on hover and aloud); `brief` leaves the clock time out (phone).
 */
export const Age = ({
  sourceWord = false,
  brief = false,
  ...origin
}: FigureOrigin & { sourceWord?: boolean; brief?: boolean }): JSX.Element => {
  const t = useText('design');
  const format = useFormat();
  const now = useNow('minute');
  const { phase, age, left } = figureAge(origin, now);
  const source = origin.source === null ? null : t(`source.${origin.source}`);
  const length = phase === 'fresh' ? format.length(age) : format.old(age);
  const words = (): string => {
    if (origin.asOf === null) return t('age.never');
    if (phase === 'silent') return t('age.silent', { moment: format.moment(origin.asOf, now) });
    return brief ? length : t('age.both', { moment: format.moment(origin.asOf, now), length });
  };
  return (
    <span className={cx(styles.age, phase !== 'fresh' && styles.old)}>
      {phase === 'silent' ? <Icon name="unplug" size={15} /> : <Fuse phase={phase} left={left} />}
      <span>{words()}</span>
      {origin.source !== null && phase !== 'silent' && (
        <span className={cx(styles.source, styles.small)} title={source ?? ''}>
          {SOURCE_ICON[origin.source]}
          <span className={sourceWord ? undefined : 'aloud'}>{source}</span>
        </span>
      )}
    </span>
  );
};
