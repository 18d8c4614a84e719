import { Drawer } from '@mantine/core';
import { type JSX, useId } from 'react';
import { instantOf } from '#kernel/calendar.ts';
import { HOUR } from '#kernel/interval.ts';
import type { TowerList } from '#tower/contract.ts';
import { Button } from '#web/design/Button.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { NotRead } from '#web/design/NotRead.tsx';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import { REGION_ZONE } from '#web/i18n/time.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { saveSheet } from '#web/sheet.ts';
import { usePhone } from '#web/shell/use-phone.ts';
import styles from './ListPanel.module.css';
import { isByDay, ListRows } from './ListRows.tsx';
import { type ListRead, useList } from './use-list.ts';
import type { PressedNumber } from './use-open-list.ts';
import { hoursOf, useRowWords } from './use-row-words.ts';

const BEDS = new Set(['beds', 'occupied', 'claimed', 'closed', 'free', 'free-at-ten']);

/** What one row is: a bed, somebody's stay, a request or a no. */
const countedAs = ({ definition: { code }, kind }: TowerList): string => {
  if (code === 'refused') return 'noes';
  if (code === 'occupied' && kind === 'mean') return 'stays';
  return BEDS.has(code) ? 'beds' : 'requests';
};

/** The number as the screen shows it. */
const useShown = (): ((list: TowerList) => string) => {
  const format = useFormat();
  return ({ kind, number }) => {
    if (number === null) return '–';
    if (kind === 'middle') return format.length(number * HOUR);
    return number.toLocaleString(currentLanguage(), { maximumFractionDigits: 1 });
  };
};

/** What the number means, since when, and how it follows from the rows. */
const Definition = ({ list, pressed }: { list: TowerList; pressed: PressedNumber }): JSX.Element => {
  const t = useText('history');
  const format = useFormat();
  const shown = useShown();
  const { definition, minutes, kind, total } = list;
  return (
    <section className={styles.definition}>
      <p className={styles.number}>
        <b>{shown(list)}</b> <span>{pressed.word}</span>
      </p>
      <p className={styles.about}>{pressed.about}</p>
      <p>{definition[currentLanguage()]}</p>
      {minutes !== null && (
        <p>
          {t('list.mean', { hours: hoursOf(minutes.rows), day: hoursOf(minutes.day), mean: shown(list) })}
        </p>
      )}
      {kind === 'middle' && list.number !== null && <p>{t('list.middle', { count: total })}</p>}
      <small>
        {t('meaning.version', {
          version: definition.version,
          day: format.longDay(instantOf(definition.validFrom, 720, REGION_ZONE)),
        })}
      </small>
    </section>
  );
};

/** Saves what is on the screen as a file for a spreadsheet. */
const SaveRows = ({ read, pressed }: { read: ListRead; pressed: PressedNumber }): JSX.Element => {
  const t = useText('history');
  const words = useRowWords(read.list?.kind ?? 'count');
  const save = (): void =>
    saveSheet(t('list.file'), [
      [pressed.word, pressed.about],
      ['where', 'when', 'share', 'way', 'because'].map((column) => t(`list.column.${column}`)),
      ...read.rows.map((row) => [
        ...[words.where(row), words.when(row), words.share(row)],
        ...[words.way(row), words.because(row)],
      ]),
      ...(read.list?.sums ?? []).map(({ site, count }) => [
        ...[site ?? t('list.rest'), t('list.sum', { count })],
      ]),
    ]);
  return (
    <Button size="small" look="quiet" icon="download" onPress={save}>
      {t('list.save')}
    </Button>
  );
};

/** What is not shown one by one, in one sentence. */
const Hidden = ({ list, rows }: { list: TowerList; rows: number }): JSX.Element | null => {
  const t = useText('history');
  const count = list.sums.reduce((all, sum) => all + sum.count, 0);
  if (count === 0) return null;
  return (
    <p className={styles.hidden}>{t(rows + list.more === 0 ? 'list.onlySum' : 'list.sum', { count })}</p>
  );
};

const Rows = ({ read, pressed }: { read: ListRead; pressed: PressedNumber }): JSX.Element => {
  const t = useText('history');
  const id = useId();
  const { list, rows, more } = read;
  if (list === undefined || read.error !== null) return <NotRead read={read} grid="1fr 90px" rows={6} />;
  if (list.untold !== null)
    return (
      <Notice kind="empty" icon="shield" title={t(`list.untold.${list.untold}`, { enough: list.enough })} />
    );
  const title = t(`list.${countedAs(list)}`, { count: list.total });
  const days = rows.filter(isByDay).length;
  return (
    <section aria-labelledby={id}>
      <div className={styles.head}>
        <h3 id={id}>{title}</h3>
        {rows.length > 0 && <SaveRows read={read} pressed={pressed} />}
      </div>
      {days > 0 && (
        <p className={styles.hidden}>{t(days === rows.length ? 'list.onlyDays' : 'list.byDay')}</p>
      )}
      {list.total === 0 && <p className={styles.hidden}>{t('list.empty')}</p>}
      {rows.length > 0 && <ListRows rows={rows} kind={list.kind} label={title} />}
      <Hidden list={list} rows={rows.length} />
      {more > 0 && (
        <Button busy={read.busy} onPress={read.readMore}>
          {t('list.more', { count: more })}
        </Button>
      )}
    </section>
  );
};

const Inside = ({ pressed }: { pressed: PressedNumber }): JSX.Element => {
  const read = useList(pressed.number);
  return (
    <div className={styles.panel}>
      {read.list !== undefined && <Definition list={read.list} pressed={pressed} />}
      <Rows read={read} pressed={pressed} />
    </div>
  );
};

/** The list behind a number that was pressed: what it means on top, the facts that were counted below. */
export const ListPanel = ({
  pressed,
  onClose,
}: {
  pressed: PressedNumber | null;
  onClose: () => void;
}): JSX.Element => {
  const t = useText('history');
  const shell = useText('shell');
  const phone = usePhone();
  return (
    <Drawer
      opened={pressed !== null}
      onClose={onClose}
      position="right"
      size={phone ? '100%' : 560}
      title={t('list.heading')}
      closeButtonProps={{ 'aria-label': shell('close') }}
    >
      {pressed !== null && <Inside pressed={pressed} />}
    </Drawer>
  );
};
