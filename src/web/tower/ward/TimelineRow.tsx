import type { JSX } from 'react';
import type { Ward } from '#tower/contract.ts';
import { cx } from '#web/design/cx.ts';
import { StateMark } from '#web/design/StateMark.tsx';
import { BedBar } from './BedBar.tsx';
import { BedPopover } from './BedPopover.tsx';
import type { CardState } from './card-state.ts';
import { StayAhead, StayDay } from './StayAhead.tsx';
import styles from './Timeline.module.css';
import { barsOf, type Sheet, type WardPlace } from './timeline.ts';
import { useBedWords } from './use-bed-words.ts';
import type { WardActs } from './use-ward-acts.ts';

/** One bed: its code, who lies in it, and its bars over the days. The card of a bar opens below it. */
export const TimelineRow = ({
  bed,
  ward,
  sheet,
  acts,
  card,
  onCard,
}: {
  bed: WardPlace;
  ward: Ward;
  sheet: Sheet;
  acts: WardActs;
  card: CardState | null;
  onCard: (card: CardState | null) => void;
}): JSX.Element => {
  const words = useBedWords();
  const bars = barsOf(bed, sheet);
  const { name, line } = words(bed, sheet.now);
  const opened = bars.find(({ key }) => key === card?.barKey);
  return (
    <li className={cx(styles.row, bed.overdue && styles.overdue, card !== null && styles.chosen)}>
      <span className={styles.code}>
        <StateMark state={bed.state} size={13} />
        <b>{bed.code}</b>
      </span>
      <div className={cx(styles.who, styles[bed.state])}>
        <b>
          {name}
          <StayDay bed={bed} />
        </b>
        <span>{line}</span>
      </div>
      <div className={styles.track}>
        {bars.map((bar) => (
          <BedBar
            key={bar.key}
            bar={bar}
            bed={bed}
            sheet={sheet}
            own={ward.own}
            opened={bar.key === card?.barKey}
            onOpen={(step) => onCard({ placeId: bed.id, barKey: bar.key, step })}
          />
        ))}
        <StayAhead bars={bars} />
        {opened !== undefined && card !== null && (
          <BedPopover
            bed={bed}
            bar={opened}
            ward={ward}
            step={card.step}
            acts={acts}
            onStep={(step) => onCard({ ...card, step })}
            onClose={() => onCard(null)}
          />
        )}
      </div>
    </li>
  );
};
