import { type CSSProperties, type JSX, type ReactNode, useEffect, useRef } from 'react';
import { Marks, Plan } from './PlanRows.tsx';
import styles from './Strip.module.css';
import { type Hanging, StripDays } from './StripDays.tsx';
import { StripRowLine } from './StripRowLine.tsx';
import type { Sheet } from './sheet.ts';

/** The days of a stay as one strip: the plan above, then all that was measured on the same days, now through it. */
export const StripSheet = ({
  sheet,
  corner,
  hanging,
}: {
  sheet: Sheet;
  corner: ReactNode;
  hanging: Hanging | null;
}): JSX.Element => {
  const { view } = sheet;
  const scroll = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // More days than fit: what is now comes in sight, with the days before it.
    const today = scroll.current?.querySelector<HTMLElement>('[aria-current="date"]')?.closest('th');
    if (today && scroll.current !== null)
      scroll.current.scrollLeft = today.offsetLeft + today.offsetWidth * 2 - scroll.current.clientWidth;
  }, []);
  return (
    <div className={styles.scroll} ref={scroll}>
      <table className={styles.sheet} style={{ '--days': view.days.length } as CSSProperties}>
        <StripDays sheet={sheet} corner={corner} hanging={hanging} />
        <tbody>
          <Plan sheet={sheet} />
          {view.marks.length > 0 && <Marks sheet={sheet} />}
          {view.rows.map((row) => (
            <StripRowLine key={row.kind} row={row} sheet={sheet} />
          ))}
        </tbody>
      </table>
    </div>
  );
};
