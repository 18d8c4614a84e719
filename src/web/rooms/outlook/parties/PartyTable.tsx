import type { JSX } from 'react';
import type { MoneyChange, Party, PartyRow } from '#planning/whatif/types.ts';
import { cx } from '#web/design/cx.ts';
import { Icon } from '#web/design/Icon.tsx';
import { useText } from '#web/i18n/texts.ts';
import styles from './Parties.module.css';
import { Track } from './Track.tsx';
import { usePartyWords } from './use-party-words.ts';

const FACES: Readonly<Record<Party, { readonly icon: string }>> = {
  gp: { icon: 'stethoscope' },
  hospital: { icon: 'hospital' },
  'care-provider': { icon: 'house' },
  'home-care': { icon: 'bike' },
  municipality: { icon: 'landmark' },
  insurer: { icon: 'shield-check' },
  residents: { icon: 'user-round' },
};

const MONEY: Readonly<Record<MoneyChange['kind'], { readonly icon: string } | null>> = {
  gains: { icon: 'trending-up' },
  pays: { icon: 'trending-down' },
  unclear: { icon: 'circle-question-mark' },
  none: null,
};

const Row = ({ row, isTurned }: { row: PartyRow; isTurned: boolean }): JSX.Element => {
  const t = useText('outlook');
  const words = usePartyWords();
  const { party, money } = row;
  const [now, after] = words.pair(row);
  const face = MONEY[money.kind];
  return (
    <tr>
      <th scope="row">
        <span className={styles.who}>
          <Icon name={FACES[party].icon} size={17} />
          <span>
            <b>{words.name(party)}</b>
            <small>{words.figure(party)}</small>
          </span>
        </span>
      </th>
      <td className={styles.drawn}>
        <Track row={row} isTurned={isTurned} />
      </td>
      <td className={styles.figures}>
        <span className="aloud">{t('party.now')} </span>
        {now}
        {isTurned && (
          <>
            {' '}
            <Icon name="arrow-right" size={13} />
            <span className="aloud"> {t('party.after')} </span> <b>{after}</b>
          </>
        )}{' '}
        <small>{words.unit(party)}</small>
        <small className={styles.counted}>{words.counted(row)}</small>
      </td>
      <td className={cx(styles.money, styles[money.kind])} data-label={t('party.money')}>
        {face !== null && isTurned && <Icon name={face.icon} size={15} />}
        {isTurned ? words.money(row) : '–'}
      </td>
      <td className={styles.freed} data-label={t('party.freed')}>
        {isTurned ? words.freed(row) : '–'}
      </td>
    </tr>
  );
};

/**
 * Per party what changes in a year: ring now, diamond then, band eight in ten years. Money and what comes free stand apart
 * and are never added up. `stale`: of what was turned before, while the new is played.
 */
export const PartyTable = ({
  rows,
  isTurned,
  stale = false,
}: {
  rows: readonly PartyRow[];
  isTurned: boolean;
  stale?: boolean;
}): JSX.Element => {
  const t = useText('outlook');
  return (
    <table className={cx(styles.table, stale && styles.stale)} aria-busy={stale}>
      <caption className="aloud">{t('party.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('party.title')}</th>
          <th scope="col" className={styles.drawn}>
            <span className={styles.key}>
              {t('party.now')} <span className={styles.keyRing} /> {t('party.to')}{' '}
              <span className={styles.keyDiamond} />
            </span>
          </th>
          <th scope="col">{t('party.figures')}</th>
          <th scope="col" className={styles.money}>
            {t('party.money')}
          </th>
          <th scope="col">{t('party.freed')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.party} row={row} isTurned={isTurned} />
        ))}
      </tbody>
    </table>
  );
};
