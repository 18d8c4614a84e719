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

const Cell = ({ row, text }: { row: PartyRow | undefined; text: (value: number) => string }): JSX.Element => {
  const t = useText('outlook');
  const words = usePartyWords();
  if (row === undefined) return <td>{t('compare.playing')}</td>;
  return (
    <td>
      <b>{text(row.after.mean)}</b> <small>{words.unit(row.party)}</small>
      <small className={styles.counted}>
        {row.unclear
          ? t('party.unclear')
          : t('compare.between', {
              low: text(row.after.low),
              high: text(row.after.high),
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
          {base.map(({ party, now }) => {
            const cells = compared.map(({ key, rows }) => ({
              key,
              row: rows?.find((row) => row.party === party),
            }));
            // What is too small to know asks for no digits.
            const known = cells.flatMap(({ row }) =>
              row === undefined || row.unclear ? [] : [row.after.mean],
            );
            const text = words.beside(party, now.mean, known);
            return (
              <tr key={party}>
                <th scope="row">
                  <b>{words.name(party)}</b>
                  <small>{words.figure(party)}</small>
                </th>
                <td>
                  {text(now.mean)} <small>{words.unit(party)}</small>
                </td>
                {cells.map(({ key, row }) => (
                  <Cell key={key} row={row} text={text} />
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
};
