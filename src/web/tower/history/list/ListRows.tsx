import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import type { ListRow, TowerList } from '#tower/contract.ts';
import { Icon } from '#web/design/Icon.tsx';
import { useText } from '#web/i18n/texts.ts';
import styles from './ListPanel.module.css';
import { useRowWords } from './use-row-words.ts';

/** Of somebody of another house one sees where and which days, and nothing else. */
export const isByDay = ({ bed, from, fromDay }: ListRow): boolean =>
  bed === null && from === null && fromDay !== null;

const Row = ({ row, kind }: { row: ListRow; kind: TowerList['kind'] }): JSX.Element => {
  const t = useText('history');
  const words = useRowWords(kind);
  const [way, because, share] = [words.way(row), words.because(row), words.share(row)];
  return (
    <li className={styles.row} data-days={isByDay(row) || undefined}>
      <span className={styles.where}>{words.where(row)}</span>
      {row.requestId !== null && (
        <Link to={`/aanvragen/${row.requestId}`} className={styles.open}>
          {t('list.open')}
          <span className="aloud"> {words.when(row)}</span>
          <Icon name="chevron-right" size={14} />
        </Link>
      )}
      <span className={styles.when}>{words.when(row)}</span>
      {share !== '' && <span className={styles.share}>{share}</span>}
      {(way !== '' || because !== '') && (
        <span className={styles.way}>{[way, because].filter((each) => each !== '').join(' · ')}</span>
      )}
    </li>
  );
};

/** The facts behind a number, one by one. */
export const ListRows = ({
  rows,
  kind,
  label,
}: {
  rows: readonly ListRow[];
  kind: TowerList['kind'];
  label: string;
}): JSX.Element => (
  <ol className={styles.rows} aria-label={label}>
    {rows.map((row, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: rows have no id, and only ever grow at the end
      <Row key={index} row={row} kind={kind} />
    ))}
  </ol>
);
