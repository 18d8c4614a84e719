import type { JSX } from 'react';
import type { CaseAnswer, CaseView } from '#modules/cases/contract.ts';
import { usePathPart } from '#web/address.ts';
import { useRead } from '#web/api/queries.ts';
import { Notice } from '#web/design/Notice.tsx';
import { NotRead } from '#web/design/NotRead.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { ProblemNotice } from '#web/design/ProblemNotice.tsx';
import { useText } from '#web/i18n/texts.ts';
import { CaseConversation } from '#web/rooms/social/conversation/CaseConversation.tsx';
import { Screen } from '#web/shell/Screen.tsx';
import styles from './Case.module.css';
import { CaseList } from './CaseList.tsx';
import { Meetings } from './Meetings.tsx';
import { Messages } from './Messages.tsx';
import { PlanPanel } from './Plan.tsx';

/** Who it is about, and who helps: each with the parts the person opened for them, as far as the reader may know. */
const Round = ({ of }: { of: CaseView }): JSX.Element => {
  const t = useText('cases');
  return (
    <Panel title={t('round.title')}>
      <ul className={styles.round}>
        <li>
          <b>{of.person.name}</b>{' '}
          <span className={styles.aside}>{of.person.phone ?? t('round.noPhone')}</span>
        </li>
        {of.helpers.map(({ id, name, parts }) => (
          <li key={id}>
            {name} {id === of.coordinator.id && <span className={styles.tag}>{t('round.coordinator')}</span>}
            {parts !== undefined && (
              <span className={styles.aside}>{parts.map((part) => t(`part.${part}`)).join(', ')}</span>
            )}
          </li>
        ))}
      </ul>
      <p className={styles.aside}>{t('round.consent')}</p>
    </Panel>
  );
};

const Open = ({ of }: { of: CaseView }): JSX.Element => {
  const t = useText('cases');
  return (
    <>
      {of.endedAt !== null && (
        <Notice kind="plain" icon="circle-check" title={t('ended.title')}>
          {t('ended.line')}
        </Notice>
      )}
      {of.question !== undefined && <blockquote className={styles.question}>“{of.question}”</blockquote>}
      <div className={styles.columns}>
        <div className={styles.page}>
          {of.plan !== undefined && <PlanPanel of={of} plan={of.plan} />}
          {of.parts.includes('meetings') && <Meetings of={of} />}
          {of.parts.includes('conversation') && <CaseConversation caseId={of.id} />}
          {of.messages !== undefined && <Messages of={of} messages={of.messages} />}
        </div>
        <Round of={of} />
      </div>
    </>
  );
};

const One = ({ id }: { id: string }): JSX.Element => {
  const t = useText('cases');
  const read = useRead<CaseAnswer>(`/api/v1/cases/${id}`, ['case', 'consent']);
  const of = read.data?.body.case;
  // A yes that was taken back leaves nothing of it on the screen.
  const shut = read.error !== null && read.error.status === 404;
  return (
    <Screen title={of === undefined || shut ? t('title') : `${of.code} · ${of.person.name}`} line={t('line')}>
      <div className={styles.page}>
        {shut && <ProblemNotice problem={read.error} />}
        {!shut && of === undefined && <NotRead read={read} grid="1fr 160px" rows={5} late={t('late')} />}
        {!shut && of !== undefined && <Open of={of} />}
      </div>
    </Screen>
  );
};

/** One case as the person opened it for the reader, or the list of them. */
export const CasePage = (): JSX.Element => {
  const id = usePathPart('id');
  return id === '' ? <CaseList /> : <One key={id} id={id} />;
};
