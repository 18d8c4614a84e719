import type { JSX } from 'react';
import { cx } from '#web/design/cx.ts';
import styles from './Cells.module.css';
import { RowHead } from './RowHead.tsx';
import { Band, BarCell, DotCell, MealCell, NowThrough } from './StripCells.tsx';
import { dayStretch, type Sheet } from './sheet.ts';
import {
  DRAWN,
  figureOf,
  type Measured,
  type Plot,
  type Point,
  plotOf,
  pointsOf,
  type StripRow,
} from './strip.ts';

/** So many days are in sight at once; a longer stay scrolls. */
const IN_SIGHT = 9;

const Drawing = ({
  row,
  measured,
  plot,
  point,
  words,
}: {
  row: StripRow;
  measured: Measured;
  plot: Plot;
  point: Point | undefined;
  words: string;
}): JSX.Element | null => {
  switch (DRAWN[row.kind]) {
    case 'bars':
      return <BarCell measured={measured} plot={plot} words={words} />;
    case 'discs':
      return <MealCell measured={measured} words={words} />;
    case 'line':
      return <DotCell point={point} plot={plot} words={words} />;
  }
};

/** One row of the strip: a figure per day, drawn, with its number in sight. */
export const StripRowLine = ({ row, sheet }: { row: StripRow; sheet: Sheet }): JSX.Element => {
  const { view, words, zone } = sheet;
  const plot = plotOf(row);
  const points = pointsOf(
    row,
    view.days.map(({ day }) => day),
  );
  const limit = words.limit(row);
  const last = row.days.at(-1);
  const roomAtEnd = row.days.length <= IN_SIGHT && (last === undefined || figureOf(last) === null);
  return (
    <tr className={cx(styles.row, styles[DRAWN[row.kind]])}>
      <th scope="row">
        <RowHead row={row} limit={limit} atEnd={roomAtEnd} />
      </th>
      {row.days.map((measured, index) => {
        const today = measured.day === view.today;
        const atEnd = index === row.days.length - 1;
        return (
          <td key={measured.day} data-today={today || undefined}>
            <span className={styles.cell}>
              <Band plot={plot} words={atEnd && roomAtEnd ? limit : null} />
              {view.marks.some(({ day }) => day === measured.day) && <span className={styles.turn} />}
              {today && <NowThrough {...dayStretch(measured.day, zone)} />}
              <span aria-hidden="true">
                <Drawing
                  row={row}
                  measured={measured}
                  plot={plot}
                  point={points.find(({ day }) => day === measured.day)}
                  words={words.figure(row, measured)}
                />
              </span>
              <span className="aloud">{words.spoken(row, measured, view.today)}</span>
            </span>
          </td>
        );
      })}
    </tr>
  );
};
