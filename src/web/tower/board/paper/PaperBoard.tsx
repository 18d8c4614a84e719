import type { JSX } from 'react';
import type { Instant } from '#kernel/interval.ts';
import type { Session } from '#modules/region/contract.ts';
import type { Board, Pressure } from '#tower/contract.ts';
import { useAddress } from '#web/address.ts';
import { useNow } from '#web/api/clock.ts';
import { BedRow } from '#web/design/BedRow.tsx';
import { cx } from '#web/design/cx.ts';
import { figureAge } from '#web/design/figure.ts';
import { Legend } from '#web/design/Legend.tsx';
import { StateMark } from '#web/design/StateMark.tsx';
import { capital } from '#web/i18n/capital.ts';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { filtersOf, startOf } from '#web/tower/board/board-filters.ts';
import {
  type BoardGroup,
  type BoardLine,
  bedCounts,
  groupsOf,
  isUnknown,
  linesOf,
} from '#web/tower/board/board-lines.ts';
import { Stops } from '#web/tower/board/Stops.tsx';
import { useTeamState, useTeams } from '#web/tower/board/Teams.tsx';
import { useBoardWords } from '#web/tower/board/use-board-words.ts';
import styles from './Paper.module.css';

const NOTE_LINES = ['one', 'two', 'three', 'four', 'five', 'six'];

const Line = ({ line, now }: { line: BoardLine; now: Instant }): JSX.Element => {
  const t = useText('board');
  const format = useFormat();
  const words = useBoardWords();
  const { row, site, origin } = line;
  const unknown = isUnknown(line, now);
  const { phase, age } = figureAge(origin, now);
  const moment = origin.asOf === null ? t('paper.never') : format.moment(origin.asOf, now);
  const soon =
    unknown || row.soon === null
      ? t('dash')
      : t('paper.soon', { a: row.soon[0], b: row.soon[1], c: row.soon[2] });
  return (
    <tr className={cx(unknown && styles.unknown)}>
      <th scope="row">{site.name}</th>
      <td className={styles.free}>{unknown ? t('paper.unknownMark') : row.free}</td>
      <td>
        <BedRow counts={unknown ? { unknown: row.beds.length } : bedCounts(row.beds)} size={9} />
      </td>
      <td>{soon}</td>
      <td>{unknown ? t('paper.call') : words.admissionBrief(row, now)}</td>
      <td>
        {unknown && t('paper.unknown')}
        {!unknown && (phase === 'fresh' ? moment : t('paper.old', { moment, old: format.old(age) }))}
      </td>
      <td className={styles.phone}>{site.phone}</td>
    </tr>
  );
};

const Group = ({ group, now }: { group: BoardGroup; now: Instant }): JSX.Element => {
  const words = useBoardWords();
  return (
    <tbody>
      <tr className={styles.group}>
        <th scope="rowgroup">{words.short(group.product)}</th>
        <td>{group.free}</td>
        <td colSpan={5} />
      </tr>
      {group.lines.map((line) => (
        <Line key={line.key} line={line} now={now} />
      ))}
    </tbody>
  );
};

const Totals = ({ board, pressure }: { board: Board; pressure: Pressure | undefined }): JSX.Element => {
  const t = useText('board');
  const { totals, products } = board;
  const within24 = products.reduce((sum, { soon }) => sum + soon[0], 0);
  const waiting = pressure?.items.find(({ id }) => id === 'waiting')?.value;
  const cells = [
    { key: 'free', value: totals.free },
    { key: 'held', value: totals.held },
    { key: 'soon', value: within24 },
    ...(waiting === undefined ? [] : [{ key: 'waiting', value: waiting }]),
    { key: 'unknown', value: totals.unknownSites },
  ];
  return (
    <dl className={styles.totals}>
      {cells.map(({ key, value }) => (
        <div key={key}>
          <dd>{value}</dd>
          <dt>{t(`paper.total.${key}`)}</dt>
        </div>
      ))}
    </dl>
  );
};

/** Who can still help at home, on the same sheet. */
const PaperTeams = ({ now }: { now: Instant }): JSX.Element | null => {
  const t = useText('board');
  const format = useFormat();
  const teams = useTeams();
  const stateOf = useTeamState();
  if (teams.length === 0) return null;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('teams.title')}</th>
          <th scope="col">{t('teams.column.free')}</th>
          <th scope="col">{t('teams.column.where')}</th>
          <th scope="col">{t('paper.figure')}</th>
          <th scope="col">{t('paper.phone')}</th>
        </tr>
      </thead>
      <tbody>
        {teams.map((team) => {
          const { state, words } = stateOf(team, now);
          const { asOf } = team.figure;
          return (
            <tr key={team.id} className={cx(state === 'unknown' && styles.unknown)}>
              <th scope="row">{team.name}</th>
              <td>
                <StateMark state={state} size={9} /> {words}
              </td>
              <td>{team.neighbourhood}</td>
              <td>{asOf === null ? t('paper.never') : format.moment(Date.parse(asOf), now)}</td>
              <td className={styles.phone}>{team.phone}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};

/** The board on paper: black on white, shapes instead of colour, with the telephone of every site and room for notes. */
export const PaperBoard = ({
  board,
  pressure,
  session,
}: {
  board: Board;
  pressure: Pressure | undefined;
  session: Session;
}): JSX.Element => {
  const t = useText('board');
  const format = useFormat();
  const now = useNow('minute');
  const [address] = useAddress();
  const filters = filtersOf(address);
  const start = startOf(filters, session.actor.site, board.sites);
  const groups = groupsOf(linesOf(board, start), filters, now);
  return (
    <article className={styles.paper}>
      <header>
        <div>
          <h1>{t('paper.title', { region: session.region.name })}</h1>
          <p>{t('paper.line', { day: capital(format.longDay(now)), clock: format.clock(now) })}</p>
        </div>
        <div className={styles.desk}>
          <b>{session.region.deskPhone}</b>
          <p>{t('paper.desk')}</p>
        </div>
      </header>
      <Totals board={board} pressure={pressure} />
      <Stops pressure={pressure} />
      <table>
        <thead>
          <tr>
            <th scope="col">{t('column.site')}</th>
            <th scope="col">{t('paper.free')}</th>
            <th scope="col">{t('column.beds')}</th>
            <th scope="col">{t('paper.toCome')}</th>
            <th scope="col">{t('paper.admission')}</th>
            <th scope="col">{t('paper.figure')}</th>
            <th scope="col">{t('paper.phone')}</th>
          </tr>
        </thead>
        {groups.map((group) => (
          <Group key={group.product} group={group} now={now} />
        ))}
      </table>
      <PaperTeams now={now} />
      <section className={styles.notes}>
        <h2>{t('paper.notes')}</h2>
        {NOTE_LINES.map((line) => (
          <hr key={line} />
        ))}
      </section>
      <footer>
        <Legend />
        <p>{t('paper.noNames')}</p>
      </footer>
    </article>
  );
};
