import type { JSX } from 'react';
import type { PerhapsConversation } from '#modules/social/contract.ts';
import { useRead } from '#web/api/queries.ts';
import { Panel } from '#web/design/Panel.tsx';
import { ProblemNotice } from '#web/design/ProblemNotice.tsx';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { useText } from '#web/i18n/texts.ts';
import { BeginConversation } from './BeginConversation.tsx';
import styles from './Conversation.module.css';
import { Overview } from './Overview.tsx';

/** In a case: what the person shares of their conversation with the reader's organisation. */
export const CaseConversation = ({ caseId }: { caseId: string }): JSX.Element | null => {
  const t = useText('conversation');
  const read = useRead<PerhapsConversation>(`/api/v1/cases/${caseId}/conversation`, [
    ...['conversation', 'case', 'consent'],
  ]);
  // Where this part of the case was shut nothing of it stays on the screen.
  if (read.error?.status === 404) return null;
  const of = read.data?.body.conversation;
  return (
    <Panel title={t('title')}>
      <ProblemNotice problem={read.error} onAgain={read.refetch} />
      {of === undefined && read.error === null && <Skeleton grid="1fr" rows={4} late={t('late')} />}
      <div className={styles.overview}>
        {of === null && <p className={styles.nothing}>{t('case.none')}</p>}
        {of !== undefined && of !== null && <Overview of={of} />}
        <BeginConversation about={{ case: caseId }} />
      </div>
    </Panel>
  );
};
