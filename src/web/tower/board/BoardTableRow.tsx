import { Link } from '@tanstack/react-router';
import { type JSX, memo } from 'react';
import type { Instant } from '#kernel/interval.ts';
import { Age } from '#web/design/Age.tsx';
import { BedRow } from '#web/design/BedRow.tsx';
import { cx } from '#web/design/cx.ts';
import { FreeBox } from '#web/design/FreeBox.tsx';
import { Icon } from '#web/design/Icon.tsx';
import { StateMark } from '#web/design/StateMark.tsx';
import { WhyButton } from '#web/design/WhyButton.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { telephone } from '#web/telephone.ts';
import styles from './BoardTableRow.module.css';
import { type BoardLine, bedCounts, isUnknown } from './board-lines.ts';
import { useBoardWords } from './use-board-words.ts';
import { WhyPopover } from './WhyPopover.tsx';

const Site = ({ line, now }: { line: BoardLine; now: Instant }): JSX.Element => {
  const t = useText('board');
  const format = useFormat();
  const words = useBoardWords();
  const { site, km, row } = line;
  const place = km === null ? site.town : t('row.townKm', { town: site.town, distance: format.distance(km) });
  return (
    <th scope="row" className={styles.site}>
      <Link
        to="/afdeling/$unitId"
        params={{ unitId: row.unitId }}
        className={styles.name}
        data-line={line.key}
      >
        {site.name}
      </Link>
      <span className={styles.second}>
        <span className={styles.organisation}>
          {t('row.organisation', { organisation: site.organisation })}
        </span>
        <span className={styles.place}>{place}</span>
        <span className={styles.onTablet}>{t('row.then', { text: words.admissionBrief(row, now) })}</span>
      </span>
    </th>
  );
};

/** The row of beds, and behind it what must be known: whom to call, why one is closed, until when one is free. */
const BedCell = ({
  line,
  now,
  unknown,
}: {
  line: BoardLine;
  now: Instant;
  unknown: boolean;
}): JSX.Element => {
  const t = useText('board');
  const format = useFormat();
  const words = useBoardWords();
  const closed = words.closed(line.row, now);
  const short = line.row.shortUntil;
  if (unknown) {
    return (
      <span className={cx(styles.beds, styles.calling)}>
        <a className={styles.call} href={telephone(line.site.phone)}>
          <Icon name="phone" size={15} />
          {t('row.call')} <b>{line.site.phone}</b>
        </a>
        <BedRow counts={{ unknown: line.row.beds.length }} size={12} />
      </span>
    );
  }
  return (
    <span className={styles.beds}>
      <BedRow counts={bedCounts(line.row.beds)} size={12} />
      {closed !== null && (
        <span className={styles.closed} title={closed}>
          {closed}
        </span>
      )}
      {closed === null && short !== null && (
        <span className={styles.short}>
          {t('row.shortUntil', { moment: format.dayName(Date.parse(short), now) })}
        </span>
      )}
    </span>
  );
};

const Numbers = ({
  line,
  now,
  unknown,
}: {
  line: BoardLine;
  now: Instant;
  unknown: boolean;
}): JSX.Element => {
  const t = useText('board');
  const words = useBoardWords();
  const { row } = line;
  const soon = unknown ? [null, null, null] : (row.soon ?? [null, null, null]);
  return (
    <>
      <td className={styles.held}>
        {row.held === 0 || unknown ? (
          t('dash')
        ) : (
          <>
            <StateMark state="held" size={13} />
            <b>{row.held}</b>
            <span className={styles.heldUntil}>{words.held(row, now)}</span>
          </>
        )}
      </td>
      {soon.map((count, index) => (
        // The three numbers are always the same three columns.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <td key={index} className={cx(styles.number, (count === 0 || count === null) && styles.zero)}>
          {words.toCome(count)}
        </td>
      ))}
    </>
  );
};

/** One site for one product. Its name opens the ward, its number opens the sum. */
export const BoardTableRow = memo(
  ({
    line,
    now,
    chosen,
    whyOpened,
    onChoose,
    onWhy,
  }: {
    line: BoardLine;
    now: Instant;
    chosen: boolean;
    whyOpened: boolean;
    onChoose: (key: string) => void;
    onWhy: (key: string | null) => void;
  }): JSX.Element => {
    const t = useText('board');
    const words = useBoardWords();
    const unknown = isUnknown(line, now);
    const about = t('row.about', { site: line.site.name, product: words.short(line.row.product) });
    const open = (): void => onWhy(line.key);
    return (
      <tr
        className={cx(styles.row, chosen && styles.chosen)}
        onClick={() => onChoose(line.key)}
        onFocus={() => onChoose(line.key)}
      >
        <Site line={line} now={now} />
        <td className={styles.freeCell}>
          <FreeBox
            {...line.origin}
            count={unknown ? null : line.row.free}
            onOpen={open}
            label={t('row.whyAbout', { about })}
          />
        </td>
        <td>
          <WhyPopover line={line} opened={whyOpened} onClose={() => onWhy(null)}>
            <span className={styles.anchor}>
              <BedCell line={line} now={now} unknown={unknown} />
            </span>
          </WhyPopover>
        </td>
        <Numbers line={line} now={now} unknown={unknown} />
        <td className={styles.admission}>{words.admission(line.row, now)}</td>
        <td className={styles.age}>
          <span className={styles.ageWide}>
            <Age {...line.origin} />
          </span>
          <span className={styles.ageBrief}>
            <Age {...line.origin} brief />
          </span>
        </td>
        <td className={styles.why}>
          <WhyButton about={about} opened={whyOpened} onPress={open} />
        </td>
      </tr>
    );
  },
);
