import { type JSX, useEffect, useRef } from 'react';
import type { Instant } from '#kernel/interval.ts';
import type { TeamList, TeamView } from '#modules/capacity/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { useRead } from '#web/api/queries.ts';
import type { Session } from '#web/api/session.ts';
import { Age } from '#web/design/Age.tsx';
import { FreeBox } from '#web/design/FreeBox.tsx';
import { originOf } from '#web/design/figure.ts';
import { Icon } from '#web/design/Icon.tsx';
import { StateMark } from '#web/design/StateMark.tsx';
import type { State } from '#web/design/states.ts';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { telephone } from '#web/telephone.ts';
import styles from './Teams.module.css';
import { teamState } from './team-state.ts';

/** The teams of the region, kept true; none until they were read. */
export const useTeams = (): readonly TeamView[] =>
  useRead<TeamList>('/api/v1/teams', ['team']).data?.body.teams ?? [];

/** A team in one state, with the words for it: yes, a waiting list, or no until. */
export interface TeamState {
  readonly state: State;
  readonly words: string;
}

/** How each team stands, in words that fit what it does. */
export const useTeamState = (): ((team: TeamView, now: Instant) => TeamState) => {
  const t = useText('board');
  const format = useFormat();
  const words = (team: TeamView): Readonly<Record<State, () => string>> => ({
    free: () => (team.kind === 'welfare' ? t('teams.yes') : t('teams.free', { count: team.free ?? 0 })),
    soon: () => t('teams.waiting', { count: team.waitingDays ?? 0 }),
    closed: () => t('teams.until', { day: format.day(Date.parse(`${team.closedUntil}T12:00Z`)) }),
    occupied: () => t('teams.full'),
    held: () => t('teams.full'),
    unknown: () => t('teams.unknown'),
  });
  return (team, now) => {
    const state = teamState(team, now);
    return { state, words: words(team)[state]() };
  };
};

/** Welfare says yes, a waiting list or no; the others have a number that is as large as on the rest of the board. */
const Free = ({ team, now }: { team: TeamView; now: Instant }): JSX.Element => {
  const { state, words } = useTeamState()(team, now);
  const numbered = state === 'unknown' || (state === 'free' && team.kind !== 'welfare');
  if (numbered) return <FreeBox {...originOf(team.figure)} count={state === 'unknown' ? null : team.free} />;
  return (
    <span className={styles.state}>
      <StateMark state={state} size={15} />
      {words}
    </span>
  );
};

const Line = ({ team, near, now }: { team: TeamView; near: boolean; now: Instant }): JSX.Element => {
  const t = useText('board');
  return (
    <tr className={styles.row}>
      <th scope="row">
        <span className={styles.name}>{team.name}</span>
        <span className={styles.second}>{t('teams.of', { organisation: team.organisation })}</span>
      </th>
      <td className={styles.free}>
        <Free team={team} now={now} />
      </td>
      <td className={styles.kind}>{t(`teams.kind.${team.kind}`)}</td>
      <td className={styles.where}>
        {team.neighbourhood}
        <span className={styles.second}>
          {near ? <b>{t('teams.near')}</b> : t('teams.postcodes', { pc4s: team.pc4s.join(', ') })}
        </span>
      </td>
      <td className={styles.phone}>
        <a href={telephone(team.phone)} aria-label={t('teams.call', { team: team.name, phone: team.phone })}>
          <Icon name="phone" size={13} />
          {team.phone}
        </a>
      </td>
      <td className={styles.age}>
        <Age {...originOf(team.figure)} />
      </td>
    </tr>
  );
};

/** Who can still help at home, by neighbourhood; the reader's own postcode first. Nothing when no team takes part. */
export const Teams = ({ session }: { session: Session }): JSX.Element | null => {
  const t = useText('board');
  const now = useNow('minute');
  const teams = useTeams();
  const own = session.actor.site?.pc4;
  const here = useRef<HTMLElement>(null);
  const there = teams.length > 0;
  // Who came for the teams: they are drawn after the address was read.
  useEffect(() => {
    if (there && window.location.hash === '#wijk') here.current?.scrollIntoView();
  }, [there]);
  if (!there) return null;
  const near = (team: TeamView): boolean => own !== undefined && team.pc4s.includes(own);
  const inOrder = teams.toSorted((a, b) => Number(near(b)) - Number(near(a)));
  const unknown = teams.filter((team) => teamState(team, now) === 'unknown').length;
  return (
    <section ref={here} id="wijk" className={styles.teams} aria-labelledby="wijk-title">
      <div className={styles.head}>
        <h2 id="wijk-title">{t('teams.title')}</h2>
        <p>{t('teams.line')}</p>
        {unknown > 0 && (
          <p className={styles.notCounted}>
            <StateMark state="unknown" size={13} />
            {t('teams.notCounted', { count: unknown })}
          </p>
        )}
      </div>
      <table aria-label={t('teams.title')}>
        <thead className="aloud">
          <tr>
            <th scope="col">{t('teams.column.team')}</th>
            <th scope="col">{t('teams.column.free')}</th>
            <th scope="col">{t('teams.column.kind')}</th>
            <th scope="col">{t('teams.column.where')}</th>
            <th scope="col">{t('teams.column.phone')}</th>
            <th scope="col">{t('column.figure')}</th>
          </tr>
        </thead>
        <tbody>
          {inOrder.map((team) => (
            <Line key={team.id} team={team} near={near(team)} now={now} />
          ))}
        </tbody>
      </table>
    </section>
  );
};
