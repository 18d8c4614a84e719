import { Drawer } from '@mantine/core';
import { type JSX, useId, useState } from 'react';
import type { SimModel } from '#planning/simulate/types.ts';
import { assumptionWords, PARTY_ASSUMPTIONS } from '#planning/whatif/index.ts';
import type { Assumption, Levers } from '#planning/whatif/types.ts';
import { useText } from '#web/i18n/texts.ts';
import box from '#web/rooms/outlook/Box.module.css';
import { turnedOne } from '#web/rooms/outlook/levers/turning.ts';
import { inWords } from '#web/rooms/placement/words.ts';
import styles from './Assumptions.module.css';

const isShare = ({ unit }: Assumption): boolean => unit === 'share';

/** As it stands in the field: a share in percent, in at most two decimals. */
const fieldOf = (row: Assumption, value: number): string =>
  String(Math.round(value * (isShare(row) ? 100 : 1) * 100) / 100);

const Row = ({
  row,
  name,
  typed,
  onType,
}: {
  row: Assumption;
  name: string;
  typed: number | undefined;
  onType: (value: number | undefined) => void;
}): JSX.Element => {
  const t = useText('outlook');
  const id = useId();
  const [text, setText] = useState<string | null>(null);
  const take = (next: string): void => {
    setText(next);
    const number = Number(next.replace(',', '.'));
    if (next.trim() === '' || !Number.isFinite(number) || number < 0) return;
    const value = isShare(row) ? Math.min(1, number / 100) : Math.min(number, 100_000);
    onType(fieldOf(row, value) === fieldOf(row, row.value) ? undefined : value);
  };
  const from = typed === undefined ? row.from : 'typed';
  return (
    <li className={styles.row} data-typed={typed !== undefined || undefined}>
      <label htmlFor={id}>{name}</label>
      <span className={styles.value}>
        <input
          className={box.box}
          id={id}
          type="text"
          inputMode="decimal"
          value={text ?? fieldOf(row, typed ?? row.value)}
          aria-describedby={`${id}-from`}
          onChange={({ currentTarget }) => take(currentTarget.value)}
          onBlur={() => setText(null)}
        />
        {t(`unit.${row.unit}`)}
      </span>
      <small id={`${id}-from`}>
        {typed !== undefined && <del>{fieldOf(row, row.value)}</del>}{' '}
        {t(`from.${from}`, { count: row.facts })}
        {from === 'published' && row.source !== '' && `: ${row.source}`}
      </small>
    </li>
  );
};

/** Every number the model rests on: its value, where it comes from, and a field to type another. */
export const Assumptions = ({
  opened,
  onClose,
  assumptions,
  model,
  levers,
  onChange,
}: {
  opened: boolean;
  onClose: () => void;
  assumptions: readonly Assumption[];
  model: SimModel;
  levers: Levers;
  onChange: (next: Levers) => void;
}): JSX.Element => {
  const t = useText('outlook');
  const words = useText('shell');
  const [wanted, setWanted] = useState('');
  const rows = [...assumptions, ...PARTY_ASSUMPTIONS].map((row) => ({
    row,
    name: inWords(assumptionWords(row.id, model)),
  }));
  const found = rows.filter(({ name }) => name.toLowerCase().includes(wanted.trim().toLowerCase()));
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size="lg"
      title={t('assumptions.title', { count: rows.length })}
      closeButtonProps={{ 'aria-label': words('close') }}
    >
      <p className={styles.line}>{t('assumptions.line')}</p>
      <label className={styles.search}>
        {t('assumptions.search')}
        <input
          className={box.box}
          type="search"
          value={wanted}
          onChange={({ currentTarget }) => setWanted(currentTarget.value)}
        />
      </label>
      <ul className={styles.rows}>
        {found.map(({ row, name }) => (
          <Row
            key={row.id}
            {...{ row, name }}
            typed={levers.typed?.[row.id]}
            onType={(value) => onChange(turnedOne(levers, 'typed', row.id, value))}
          />
        ))}
      </ul>
      {found.length === 0 && <p role="status">{t('assumptions.nothing')}</p>}
    </Drawer>
  );
};
