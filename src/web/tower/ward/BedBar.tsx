import type { CSSProperties, JSX, ReactNode } from 'react';
import { cx } from '#web/design/cx.ts';
import { Icon } from '#web/design/Icon.tsx';
import { StateMark } from '#web/design/StateMark.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import styles from './BedBar.module.css';
import type { CardStep } from './card-state.ts';
import type { Bar, Sheet, WardPlace } from './timeline.ts';
import { useBarWords } from './use-bar-words.ts';

/** Below this share of the sheet a bar has no room for words; they are still read aloud. */
const ROOM_FOR_WORDS = 5;

const Sign = ({ bar }: { bar: Bar }): JSX.Element | null => {
  if (bar.kind === 'planned' || bar.kind === 'hold') return <StateMark state="held" size={13} />;
  if (bar.kind === 'closed') return <StateMark state="closed" size={12} />;
  if (bar.kind === 'unknown') return <StateMark state="unknown" size={13} />;
  return bar.kind === 'displaced' ? <Icon name="triangle-alert" size={15} /> : null;
};

/** The stretch after the certain end: stripes up to now when over it, dashes with the range when nobody knows yet. */
const Tail = ({ bar }: { bar: Bar }): JSX.Element | null => {
  const t = useText('ward');
  const format = useFormat();
  const { claim, split } = bar;
  if (split === null || claim === null) return null;
  const range =
    bar.overdue || claim.until === null || claim.latestEnd === null
      ? ''
      : t('bar.between', {
          from: format.day(Date.parse(claim.until)),
          to: format.day(Date.parse(claim.latestEnd)),
        });
  return (
    <span
      className={cx(styles.tail, bar.overdue ? styles.over : styles.uncertain)}
      style={{ left: `${split}%` }}
    >
      {range}
    </span>
  );
};

const Face = ({ bar, words }: { bar: Bar; words: string }): JSX.Element => {
  const t = useText('ward');
  const displaced = `${t('bar.displaced')} `;
  const narrow = (bar.width * (bar.split ?? 100)) / 100 < ROOM_FOR_WORDS;
  return (
    <>
      <Sign bar={bar} />
      {bar.kind !== 'cleaning' && (
        <span
          className={narrow ? 'aloud' : styles.words}
          style={bar.split === null ? undefined : { maxWidth: `${bar.split}%` }}
        >
          {bar.kind === 'displaced' && <b>{displaced}</b>}
          {words}
        </span>
      )}
      <Tail bar={bar} />
      {bar.flag && <span className={styles.flag} />}
    </>
  );
};

const boxOf = (bar: Bar): string =>
  cx(
    styles.bar,
    styles[bar.kind],
    bar.opensBefore && styles.opensBefore,
    bar.endsAfter && styles.endsAfter,
    bar.split !== null && styles.split,
    bar.split !== null && bar.split > 0 && styles.certain,
    bar.overdue && styles.late,
  );

/** One stretch on a bed. On the own ward it is a button that opens what can be done. */
export const BedBar = ({
  bar,
  bed,
  sheet,
  own,
  opened,
  onOpen,
}: {
  bar: Bar;
  bed: WardPlace;
  sheet: Sheet;
  own: boolean;
  opened: boolean;
  onOpen: (step: CardStep) => void;
}): JSX.Element => {
  const t = useText('ward');
  const words = useBarWords();
  const text = words(bar, sheet.now);
  const style = {
    left: `${bar.left}%`,
    width: `${bar.width}%`,
    '--certain': `${bar.split ?? 0}%`,
  } as CSSProperties;
  const box = { className: boxOf(bar), style };
  const face: ReactNode = <Face bar={bar} words={text} />;
  // Cleaning is drawn as stripes without words; who listens hears them.
  const aloud = bar.kind === 'cleaning' && <span className="aloud">{text}</span>;
  if (!own) {
    return (
      <span {...box} title={text}>
        {face}
        {aloud}
      </span>
    );
  }
  return (
    <button
      {...box}
      type="button"
      title={text}
      data-bar={bar.key}
      data-bed={bed.id}
      aria-expanded={opened}
      aria-haspopup="dialog"
      onClick={() => onOpen(bar.kind === 'displaced' ? 'move' : 'acts')}
    >
      <span className="aloud">{t('bar.ofBed', { code: bed.code })} </span>
      {face}
      {aloud}
      {bar.kind === 'displaced' && bar.width > 12 && (
        <span className={styles.search}>{t('bar.searchBed')}</span>
      )}
    </button>
  );
};
