import { type JSX, useState } from 'react';
import { MINUTE } from '#kernel/interval.ts';
import type { NextMoveRow } from '#modules/placement/contract.ts';
import type { NextMoves } from '#tower/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { useRead } from '#web/api/queries.ts';
import { Button, ButtonLink } from '#web/design/Button.tsx';
import { cx } from '#web/design/cx.ts';
import { Icon } from '#web/design/Icon.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { ProblemNotice } from '#web/design/ProblemNotice.tsx';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { StateChip } from '#web/design/StateChip.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { inWords, productShort, useProfileTitle } from '#web/rooms/placement/words.ts';
import { useKeys } from '#web/shell/acts.ts';
import { telephone } from '#web/telephone.ts';
import styles from './NextMoves.module.css';

const ICONS = { now: 'arrow-right', later: 'hourglass', none: 'search' } as const;

/** What can be done now: a bed, or that there is none. */
const Now = ({ row }: { row: NextMoveRow }): JSX.Element => {
  const t = useText('next-move');
  const format = useFormat();
  const { now, takes } = row;
  return (
    <div className={cx(styles.choice, takes === 'now' && styles.best)}>
      <h4>{t('now.title')}</h4>
      {now === null ? (
        <p className={styles.quiet}>{t('now.none')}</p>
      ) : (
        <>
          <b>{now.site}</b>
          <StateChip state={now.state} bare>
            {t('now.bed', { bed: now.placeCode, town: now.town })}
            {now.km === null ? '' : ` · ${format.distance(now.km)}`}
          </StateChip>
          <p>{inWords(now.why)}</p>
        </>
      )}
    </div>
  );
};

/** What is expected: which house, which day, how likely, and what the waiting costs. */
const Later = ({ row }: { row: NextMoveRow }): JSX.Element => {
  const t = useText('next-move');
  const { later, takes } = row;
  return (
    <div className={cx(styles.choice, takes === 'later' && styles.best)}>
      <h4>{t('later.title')}</h4>
      {later === null ? (
        <p className={styles.quiet}>{t('later.none')}</p>
      ) : (
        <>
          <b>{later.site}</b>
          <StateChip state="soon" bare>
            {later.town}
          </StateChip>
          <p>{inWords(later.why)}</p>
          <p className={styles.cost}>{inWords(later.cost)}</p>
          <ButtonLink to={telephone(later.phone)} size="small" look="quiet" icon="phone">
            {t('later.call', { site: later.site })}
          </ButtonLink>
        </>
      )}
    </div>
  );
};

const Row = ({
  row,
  chosen,
  onOpen,
}: {
  row: NextMoveRow;
  chosen: boolean;
  onOpen: (id: string) => void;
}): JSX.Element => {
  const t = useText('next-move');
  const format = useFormat();
  const now = useNow('minute');
  const titleOf = useProfileTitle();
  const waited = format.length(Math.max(MINUTE, now - Date.parse(row.sentAt)));
  return (
    <li className={cx(styles.row, chosen && styles.chosen)} data-chosen={chosen || undefined}>
      <div className={styles.who}>
        <h3>
          {titleOf(row)} <span className={styles.product}>{productShort(row.product)}</span>
        </h3>
        <p className={styles.quiet}>
          {t('second', { code: row.code, waited, urgency: t(`urgency.${row.urgency}`) })}
        </p>
        {row.inHospital && <p className={styles.quiet}>{t('inHospital')}</p>}
        <p className={styles.takes}>
          <Icon name={ICONS[row.takes]} size={17} />
          <b>{t(`takes.${row.takes === 'later' && row.now === null ? 'only' : row.takes}`)}</b>
        </p>
        <p>{inWords(row.why)}</p>
        <Button
          look={chosen ? 'primary' : 'secondary'}
          keys={chosen ? ['↵'] : []}
          onPress={() => onOpen(row.id)}
        >
          {t('open')}
          <span className="aloud"> {row.code}</span>
        </Button>
      </div>
      <Now row={row} />
      <Later row={row} />
    </li>
  );
};

/** J and K walk, Enter opens the request; nothing else happens from here. */
const useRows = (rows: readonly NextMoveRow[], onOpen: (id: string) => void): NextMoveRow | undefined => {
  const t = useText('next-move');
  const [at, setAt] = useState('');
  const index = Math.max(
    0,
    rows.findIndex(({ id }) => id === at),
  );
  const chosen = rows[index];
  const go = (by: number): void => setAt(rows[Math.max(0, Math.min(rows.length - 1, index + by))]?.id ?? '');
  useKeys([
    { keys: ['j', 'ArrowDown'], does: t('keys.next'), run: () => go(1), onlyKey: true },
    { keys: ['k', 'ArrowUp'], does: t('keys.before'), run: () => go(-1), onlyKey: true },
    ...(chosen === undefined
      ? []
      : [{ keys: ['Enter'], does: t('keys.open'), run: () => onOpen(chosen.id), onlyKey: true }]),
  ]);
  return chosen;
};

/** The best next move for everybody who waits: a place now, or wait for one that is expected, each with its reason. */
export const NextMoveList = ({ onOpen }: { onOpen: (id: string) => void }): JSX.Element => {
  const t = useText('next-move');
  const format = useFormat();
  const { data, error, refetch } = useRead<NextMoves>('/api/v1/next-moves', ['request', 'board']);
  const moves = data?.body;
  const rows = moves?.rows ?? [];
  const chosen = useRows(rows, onOpen);
  if (moves === undefined)
    return error === null ? (
      <div className={styles.loading}>
        <Skeleton grid="1fr 1fr 1fr" rows={5} late={t('loading')} />
      </div>
    ) : (
      <ProblemNotice problem={error} onAgain={refetch} />
    );
  const none = rows.length - moves.now - moves.later;
  return (
    <>
      <p className={styles.sum}>
        {t('sum', { now: moves.now, later: moves.later, none, clock: format.clock(Date.parse(moves.asOf)) })}
      </p>
      {moves.expected === 0 && (
        <Notice kind="aged" title={t('short.title')}>
          {t('short.line')}
        </Notice>
      )}
      {rows.length === 0 && (
        <Notice kind="empty" icon="check-check" title={t('empty.title')}>
          {t('empty.line')}
        </Notice>
      )}
      <ul className={styles.rows} aria-label={t('title')}>
        {rows.map((row) => (
          <Row key={row.id} row={row} chosen={row.id === chosen?.id} onOpen={onOpen} />
        ))}
      </ul>
      <p className={styles.foot}>{t('foot')}</p>
    </>
  );
};
