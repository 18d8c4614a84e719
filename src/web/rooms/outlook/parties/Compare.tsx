import type { JSX } from 'react';
import type { PartyRow } from '#planning/whatif/types.ts';
import { useText } from '#web/i18n/texts.ts';
import styles from './Parties.module.css';
import { usePartyWords } from './use-party-words.ts';

/** A scenario beside others: its rows, or null while it still has to be played. */
export interface Compared {
  readonly key: string;
  readonly name: string;
  readonly rows: readonly PartyRow[] | null;
}

const Cell = ({ row }: { row: PartyRow | undefined }): JSX.Element => {
  const t = useText('outlook');
  const words = usePartyWords();
  if (row === undefined) return <td>{t('compare.playing')}</td>;
  return (
    <td>
      <b>{words.value(row.party, row.after.mean)}</b> <small>{words.unit(row.party)}</small>
      <small className={styles.counted}>
        {row.unclear
          ? t('party.unclear')
          : t('compare.between', {
              low: words.value(row.party, row.after.low),
              high: words.value(row.party, row.after.high),
            })}
      </small>
      {row.money.kind !== 'none' && <small className={styles.counted}>{words.money(row)}</small>}
    </td>
  );
};

/** At most three scenarios beside each other and beside today, the same people in each. */
export const Compare = ({
  base,
  compared,
}: {
  base: readonly PartyRow[];
  compared: readonly Compared[];
}): JSX.Element => {
  const t = useText('outlook');
  const words = usePartyWords();
  return (
    <div className={styles.scroll}>
      <table className={styles.compare}>
        <caption className="aloud">{t('compare.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('party.title')}</th>
            <th scope="col">{t('party.now')}</th>
            {compared.map(({ key, name }) => (
              <th key={key} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {base.map(({ party, now }) => (
            <tr key={party}>
              <th scope="row">
                <b>{words.name(party)}</b>
                <small>{words.figure(party)}</small>
              </th>
              <td>
                {words.value(party, now.mean)} <small>{words.unit(party)}</small>
              </td>
              {compared.map(({ key, rows }) => (
                <Cell key={key} row={rows?.find((row) => row.party === party)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
