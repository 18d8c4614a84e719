import { type JSX, memo, type RefCallback } from 'react';
import type { Instant } from '#kernel/interval.ts';
import { cx } from '#web/design/cx.ts';
import { StateMark } from '#web/design/StateMark.tsx';
import { useText } from '#web/i18n/texts.ts';
import styles from './BoardTable.module.css';
import { BoardTableRow } from './BoardTableRow.tsx';
import type { BoardGroup, BoardLine } from './board-lines.ts';
import { useBoardWords } from './use-board-words.ts';

/** What the list is told from outside: which line is chosen, whose sum is open, and what a press does. */
export interface Choosing {
  readonly chosen: string | null;
  readonly why: string | null;
  readonly onChoose: (key: string) => void;
  readonly onWhy: (key: string | null) => void;
}

const Head = (): JSX.Element => {
  const t = useText('board');
  return (
    <thead>
      <tr className={styles.above}>
        <td colSpan={4} />
        <th scope="colgroup" colSpan={3}>
          {t('column.toCome')}
        </th>
        <td className={styles.admission} />
        <td colSpan={2} />
      </tr>
      <tr>
        <th scope="col">{t('column.site')}</th>
        <th scope="col">{t('column.free')}</th>
        <th scope="col">{t('column.beds')}</th>
        <th scope="col">
          <span className={styles.heldWord}>{t('column.held')}</span>
          <span className={styles.heldMark}>
            <StateMark state="held" />
            <span className="aloud">{t('column.held')}</span>
          </span>
        </th>
        <th scope="col" className={styles.number}>
          {t('column.day')}
        </th>
        <th scope="col" className={styles.number}>
          {t('column.days')}
        </th>
        <th scope="col" className={styles.number}>
          {t('column.week')}
        </th>
        <th scope="col" className={styles.admission}>
          {t('column.admission')}
        </th>
        <th scope="col">{t('column.figure')}</th>
        <td />
      </tr>
    </thead>
  );
};

const GroupRow = ({ group }: { group: BoardGroup }): JSX.Element => {
  const t = useText('board');
  const words = useBoardWords();
  return (
    <tr className={styles.group}>
      <th scope="rowgroup">{words.long(group.product)}</th>
      <td className={cx(styles.sum, group.free === 0 && styles.none)}>
        {t('group.free', { count: group.free })}
      </td>
      <td className={styles.whom}>{words.forWhom(group.product)}</td>
      <td className={styles.heldSum}>{group.held === 0 ? t('dash') : group.held}</td>
      {group.soon.map((count, index) => (
        // The three numbers are always the same three columns.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <td key={index} className={cx(styles.number, count === 0 && styles.zero)}>
          {words.toCome(count)}
        </td>
      ))}
      <td className={styles.admission} />
      <td colSpan={2} className={styles.notCounted}>
        {group.notCounted > 0 && (
          <span>
            <StateMark state="unknown" size={13} />
            {t('group.notCounted', { count: group.notCounted })}
          </span>
        )}
      </td>
    </tr>
  );
};

const Group = memo(
  ({ group, now, choosing }: { group: BoardGroup; now: Instant; choosing: Choosing }): JSX.Element => (
    <tbody>
      <GroupRow group={group} />
      {group.lines.map((line: BoardLine) => (
        <BoardTableRow
          key={line.key}
          line={line}
          now={now}
          chosen={choosing.chosen === line.key}
          whyOpened={choosing.why === line.key}
          onChoose={choosing.onChoose}
          onWhy={choosing.onWhy}
        />
      ))}
    </tbody>
  ),
);

/** The board as a table: per product its sites, what is free, what comes, until when, and how old the figure is. */
export const BoardTable = ({
  groups,
  now,
  choosing,
  list,
}: {
  groups: readonly BoardGroup[];
  now: Instant;
  choosing: Choosing;
  list: RefCallback<HTMLElement>;
}): JSX.Element => {
  const t = useText('board');
  return (
    <table ref={list} className={styles.table} aria-label={t('table')}>
      <colgroup>
        <col className={styles.colSite} />
        <col className={styles.colFree} />
        <col className={styles.colBeds} />
        <col className={styles.colHeld} />
        <col className={styles.colNumber} />
        <col className={styles.colNumber} />
        <col className={styles.colNumber} />
        <col className={cx(styles.colAdmission, styles.admission)} />
        <col className={styles.colFigure} />
        <col className={styles.colWhy} />
      </colgroup>
      <Head />
      {groups.map((group) => (
        <Group key={group.product} group={group} now={now} choosing={choosing} />
      ))}
    </table>
  );
};
