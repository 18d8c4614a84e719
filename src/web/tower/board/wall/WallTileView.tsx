import type { JSX } from 'react';
import type { Instant } from '#kernel/interval.ts';
import { BedRow } from '#web/design/BedRow.tsx';
import { cx } from '#web/design/cx.ts';
import { figureAge } from '#web/design/figure.ts';
import { Icon } from '#web/design/Icon.tsx';
import { StateMark } from '#web/design/StateMark.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { type BoardLine, bedCounts, isUnknown } from '#web/tower/board/board-lines.ts';
import { useBoardWords } from '#web/tower/board/use-board-words.ts';
import styles from './WallTile.module.css';
import type { WallTile } from './wall-tiles.ts';

const SiteOnWall = ({ line, now }: { line: BoardLine; now: Instant }): JSX.Element => {
  const t = useText('board');
  const format = useFormat();
  const { phase, age } = figureAge(line.origin, now);
  if (isUnknown(line, now)) {
    return (
      <li className={cx(styles.site, styles.quiet)}>
        <span className={styles.siteName}>{line.site.name}</span>
        <span>
          <StateMark state="unknown" size={25} />
          <span className="aloud">{t('row.unknownWord')}</span>
        </span>
        <span className={styles.call}>
          <Icon name="phone" />
          {t('wall.call', { phone: line.site.phone })}
        </span>
      </li>
    );
  }
  const aged = phase !== 'fresh';
  return (
    <li className={styles.site}>
      <span className={styles.siteName}>{line.site.name}</span>
      <b className={cx(aged && styles.agedNumber)}>{line.row.free}</b>
      {aged ? (
        <span className={styles.aged}>{format.old(age)}</span>
      ) : (
        <BedRow counts={bedCounts(line.row.beds)} size={16} />
      )}
    </li>
  );
};

/** One product on the wall: its number readable from four metres, and which house it is. */
export const WallTileView = ({
  tile,
  now,
  many,
}: {
  tile: WallTile;
  now: Instant;
  /** More than six products share the wall. */
  many: boolean;
}): JSX.Element => {
  const t = useText('board');
  const words = useBoardWords();
  const { group, lines, more } = tile;
  const soon = [
    { key: 'day', label: t('column.day'), count: group.soon[0] },
    { key: 'days', label: t('column.days'), count: group.soon[1] },
    { key: 'week', label: t('column.week'), count: group.soon[2] },
  ];
  return (
    <section className={cx(styles.tile, many && styles.many)} aria-label={words.long(group.product)}>
      <header>
        <h2>{words.long(group.product)}</h2>
        <p className={styles.soon}>
          {soon.map(({ key, label, count }) => (
            <span key={key}>
              {label} <b>{t('wall.plus', { count })}</b>
            </span>
          ))}
        </p>
      </header>
      <div className={styles.middle}>
        <p className={cx(styles.number, group.free === 0 && styles.zero)}>
          <b>{group.free}</b>
          <span>
            {group.free > 0 && <StateMark state="free" size={25} />}
            {t(group.free > 0 ? 'wall.free' : 'wall.full')}
          </span>
        </p>
        <ul className={styles.sites}>
          {lines.map((line) => (
            <SiteOnWall key={line.key} line={line} now={now} />
          ))}
          {more > 0 && <li className={styles.rest}>{t('wall.more', { count: more })}</li>}
        </ul>
      </div>
    </section>
  );
};
