import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { PRODUCT_WORDS } from '#kernel/words.ts';
import type { Board } from '#tower/contract.ts';
import { call } from '#web/api/call.ts';
import { useNow } from '#web/api/clock.ts';
import { Age } from '#web/design/Age.tsx';
import { BedRow } from '#web/design/BedRow.tsx';
import { ButtonLink } from '#web/design/Button.tsx';
import { FreeBox } from '#web/design/FreeBox.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { telephone } from '#web/telephone.ts';
import { filtersOf } from './board-filters.ts';
import { type BoardGroup, type BoardLine, bedCounts, groupsOf, isUnknown, linesOf } from './board-lines.ts';
import styles from './LastBoard.module.css';

const Line = ({ line }: { line: BoardLine }): JSX.Element => {
  const now = useNow('minute');
  const unknown = isUnknown(line, now);
  return (
    <li className={styles.line}>
      <FreeBox {...line.origin} count={unknown ? null : line.row.free} />
      <span className={styles.site}>
        <b>{line.site.name}</b>
        <small>{line.site.town}</small>
      </span>
      <BedRow counts={unknown ? { unknown: line.row.beds.length } : bedCounts(line.row.beds)} size={12} />
      <Age {...line.origin} />
      <ButtonLink to={telephone(line.site.phone)} look="call" icon="phone">
        {line.site.phone}
      </ButtonLink>
    </li>
  );
};

const Group = ({ group }: { group: BoardGroup }): JSX.Element => (
  <Panel title={PRODUCT_WORDS[group.product].long[currentLanguage()]}>
    <ul className={styles.lines}>
      {group.lines.map((line) => (
        <Line key={line.key} line={line} />
      ))}
    </ul>
  </Panel>
);

/** The last board this device saw, for when there is no network or no server: reading yes, holding no. */
export const LastBoard = (): JSX.Element | null => {
  const t = useText('board');
  const format = useFormat();
  const now = useNow('minute');
  const { data } = useQuery<Board>({
    queryKey: ['last-board'],
    queryFn: () => call('GET', '/api/v1/board'),
    retry: false,
  });
  if (data === undefined) return null;
  const asOf = Date.parse(data.asOf);
  const filters = { ...filtersOf({}), full: true, km: null };
  const groups = groupsOf(linesOf(data, null), filters, now);
  return (
    <section className={styles.board} aria-label={t('last.title', { moment: format.moment(asOf, now) })}>
      <Notice kind="offline" title={t('last.title', { moment: format.moment(asOf, now) })}>
        {t('last.line', { old: format.old(Math.max(0, now - asOf)) })}
      </Notice>
      {groups.map((group) => (
        <Group key={group.product} group={group} />
      ))}
    </section>
  );
};
