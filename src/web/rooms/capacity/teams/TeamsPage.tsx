import type { JSX } from 'react';
import type { TeamList } from '#modules/capacity/contract.ts';
import { useRead } from '#web/api/queries.ts';
import { useSignedIn } from '#web/api/session.ts';
import { ButtonLink } from '#web/design/Button.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { ProblemNotice } from '#web/design/ProblemNotice.tsx';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Screen } from '#web/shell/Screen.tsx';
import { TeamCard } from './TeamCard.tsx';
import styles from './Teams.module.css';

/** The reader's own teams: how many more people each can help, told with one or two presses. */
export const TeamsPage = (): JSX.Element => {
  const t = useText('teams');
  const { actor } = useSignedIn();
  const { data, error } = useRead<TeamList>('/api/v1/teams', ['team']);
  const own = data?.body.teams.filter((team) => team.own);
  return (
    <Screen title={t('title')} line={t('line', { organisation: actor.organisation.name })}>
      <div className={styles.page}>
        <ProblemNotice problem={error} />
        {error === null && own === undefined && (
          <Panel>
            <Skeleton grid="1fr 1fr" rows={4} late={t('loading')} />
          </Panel>
        )}
        {own?.length === 0 && (
          <Notice
            kind="empty"
            icon="users-round"
            title={t('none')}
            actions={<ButtonLink to="/bord">{t('board')}</ButtonLink>}
          >
            {t('noneLine')}
          </Notice>
        )}
        {own !== undefined && own.length > 0 && (
          <ul className={styles.teams}>
            {own.map((team) => (
              <TeamCard key={team.id} team={team} />
            ))}
          </ul>
        )}
      </div>
    </Screen>
  );
};
