import type { CSSProperties, JSX, ReactNode } from 'react';
import { cx } from '#web/design/cx.ts';
import { Icon } from '#web/design/Icon.tsx';
import { useText } from '#web/i18n/texts.ts';
import { RowHead } from './RowHead.tsx';
import styles from './Strip.module.css';
import { type Hanging, StripDays } from './StripDays.tsx';
import type { Sheet } from './sheet.ts';

/** What changed in the medicines, in words per day. */
const Changes = ({ sheet: { view, words } }: { sheet: Sheet }): JSX.Element => {
  const t = useText('observation');
  return (
    <tr className={styles.plain}>
      <th scope="row">
        <Icon name="pill" size={17} />
        <b>{t('mark.title')}</b>
      </th>
      {view.days.map(({ day }) => (
        <td key={day} data-today={day === view.today || undefined}>
          {view.marks
            .filter((mark) => mark.day === day)
            .map((mark) => words.mark(mark))
            .join(', ')}
        </td>
      ))}
    </tr>
  );
};

/** The same strip as plain figures: a row per thing that was measured, a column per day. */
export const FigureTable = ({
  sheet,
  corner,
  hanging,
}: {
  sheet: Sheet;
  corner: ReactNode;
  hanging: Hanging | null;
}): JSX.Element => {
  const { view, words } = sheet;
  return (
    <div className={styles.scroll}>
      <table className={styles.sheet} style={{ '--days': view.days.length } as CSSProperties}>
        <StripDays sheet={sheet} corner={corner} hanging={hanging} />
        <tbody>
          {view.rows.map((row) => (
            <tr key={row.kind} className={styles.plain}>
              <th scope="row">
                <RowHead row={row} limit={words.limit(row)} />
              </th>
              {row.days.map((measured) => (
                <td
                  key={measured.day}
                  className={cx(measured.out && styles.outWords)}
                  data-today={measured.day === view.today || undefined}
                >
                  {words.spoken(row, measured, view.today)}
                </td>
              ))}
            </tr>
          ))}
          <Changes sheet={sheet} />
        </tbody>
      </table>
    </div>
  );
};
