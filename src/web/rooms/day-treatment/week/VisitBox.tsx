import type { CSSProperties, JSX } from 'react';
import type { DayWeek, GridVisit } from '#modules/day-treatment/contract.ts';
import { cx } from '#web/design/cx.ts';
import { Icon } from '#web/design/Icon.tsx';
import type { Box } from './grid.ts';
import { useWeekWords } from './use-week-words.ts';
import styles from './VisitBox.module.css';

const placed = ({ left, width, setUp, running }: Box): CSSProperties =>
  ({
    left: `${left}%`,
    width: `${width}%`,
    '--set-up': `${setUp}%`,
    '--running': `${running}%`,
  }) as CSSProperties;

/** A visit in a half-day that is not opened: only its treatment. What it says stands in the half-day when it is opened. */
export const SmallVisit = ({ box }: { box: Box }): JSX.Element => {
  const words = useWeekWords();
  const { visit } = box;
  return (
    <span
      aria-hidden="true"
      className={cx(
        styles.box,
        styles.small,
        styles[visit.group],
        visit.mustMove !== null && styles.mustMove,
      )}
      style={placed(box)}
    >
      <span>{words.letter(visit.group)}</span>
    </span>
  );
};

/** One look says whether somebody comes, asks something, or must be called. */
const ToldMark = ({ told }: { told: GridVisit['told'] }): JSX.Element | null => {
  if (told.asks !== null) return <Icon name="message-circle" size={12} />;
  if (told.call !== null) return <Icon name="phone" size={12} />;
  return told.confirmed === null ? null : <Icon name="check" size={12} />;
};

/** A visit in the opened half-day: set-up dark, running pale, looking after striped. Pressed, it is chosen. */
export const VisitBox = ({
  box,
  chairs,
  beside,
  chosen,
  onChoose,
}: {
  box: Box;
  chairs: readonly DayWeek['room']['chairs'][number][];
  /** The chair where this visit is only a moment: seen, and not a second stop. */
  beside: boolean;
  chosen: boolean;
  onChoose: () => void;
}): JSX.Element => {
  const words = useWeekWords();
  const { visit } = box;
  const look = cx(
    styles.box,
    styles.wide,
    styles[visit.group],
    visit.mustMove !== null && styles.mustMove,
    chosen && styles.chosen,
  );
  if (beside) return <span className={look} style={placed(box)} aria-hidden="true" />;
  const text = words.visit(visit, chairs);
  return (
    <button
      type="button"
      className={look}
      style={placed(box)}
      title={text}
      aria-pressed={chosen}
      data-visit={visit.id}
      onClick={onChoose}
    >
      <span className={styles.name} aria-hidden="true">
        {visit.locked && <Icon name="lock" size={11} />}
        {visit.mustMove !== null && <Icon name="triangle-alert" size={12} />}
        <ToldMark told={visit.told} />
        {words.face(visit)}
      </span>
      <span className="aloud">{text}</span>
    </button>
  );
};
