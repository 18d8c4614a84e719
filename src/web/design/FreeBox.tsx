import { type JSX, type ReactNode, useEffect, useRef, useState } from 'react';
import { useNow } from '#web/api/clock.ts';
import { useText } from '#web/i18n/texts.ts';
import { cx } from './cx.ts';
import styles from './FreeBox.module.css';
import { type FigureOrigin, figureAge } from './figure.ts';
import { StateMark } from './StateMark.tsx';

const LIT_FOR = 2_000;

/** True for two seconds after a number has changed on an open screen; not at its first appearance. */
const useLit = (count: number | null): boolean => {
  const [lit, setLit] = useState(false);
  const before = useRef(count);
  useEffect(() => {
    if (before.current === count) return undefined;
    before.current = count;
    setLit(true);
    const timer = setTimeout(() => setLit(false), LIT_FOR);
    return () => clearTimeout(timer);
  }, [count]);
  return lit;
};

/**
 * The number that is free, with the trust its age deserves: full tint when fresh, dashed with `6 u oud` when old,
 * `onbekend` without a number when too old. Zero is an answer: `0 vol`. With `onOpen` the number is a button
 * (`label` is read aloud after it: of which house, and that it opens the sum).
 */
export const FreeBox = ({
  count,
  label,
  onOpen,
  large = false,
  ...origin
}: FigureOrigin & {
  count: number | null;
  label?: string;
  onOpen?: () => void;
  large?: boolean;
}): JSX.Element => {
  const t = useText('design');
  const now = useNow('minute');
  const { phase, age } = figureAge(origin, now);
  const lit = useLit(count);
  const known = count !== null && phase !== 'too-old' && phase !== 'never';
  const aged = phase === 'old' || phase === 'silent';
  const agedWord =
    phase === 'silent' ? t('free.silent') : t('free.old', { count: Math.floor(age / 3_600_000) });
  const freshWord = count === 0 ? t('free.full') : t('free.free');
  const face: ReactNode = known ? (
    <>
      {count > 0 && <StateMark state="free" size={15} />}
      <span key={count} className={styles.number}>
        {count}
      </span>{' '}
      <span>{aged ? agedWord : freshWord}</span>
    </>
  ) : (
    <>
      <StateMark state="unknown" size={17} />
      <span>{t('free.unknown')}</span>
    </>
  );
  const look = (): string | undefined => {
    if (!known) return styles.unknown;
    if (count === 0) return cx(styles.none, aged && styles.oldNone);
    return aged ? styles.old : styles.free;
  };
  const className = cx(styles.box, look(), large && styles.large, lit && known && styles.lit);
  if (onOpen === undefined) return <span className={className}>{face}</span>;
  return (
    <button type="button" className={className} onClick={onOpen}>
      {face}
      {label !== undefined && <span className="aloud"> {label}</span>}
    </button>
  );
};
