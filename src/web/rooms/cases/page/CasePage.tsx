import type { JSX } from 'react';
import type { CaseAnswer, CaseView } from '#modules/cases/contract.ts';
import { usePathPart } from '#web/address.ts';
import { useRead } from '#web/api/queries.ts';
import { useSignedIn } from '#web/api/session.ts';
import { Notice } from '#web/design/Notice.tsx';
import { NotRead } from '#web/design/NotRead.tsx';
import { ProblemNotice } from '#web/design/ProblemNotice.tsx';
import { useText } from '#web/i18n/texts.ts';
import { CaseConversation } from '#web/rooms/social/conversation/CaseConversation.tsx';
import { Screen } from '#web/shell/Screen.tsx';
import { telephone } from '#web/telephone.ts';
import styles from './Case.module.css';
import { CaseList } from './CaseList.tsx';
import { EndCase } from './EndCase.tsx';
import { Meetings } from './Meetings.tsx';
import { Messages } from './Messages.tsx';
import { PlanPanel } from './Plan.tsx';
import { Round } from './Round.tsx';
import { Timeline } from './Timeline.tsx';

/** Who it is about: what a helper needs to come round or call, and never a BSN. */
const Who = ({ of }: { of: CaseView }): JSX.Element => {
  const t = useText('cases');
  const { name, ageBand, pc4, phone } = of.person;
  return (
    <p className={styles.person}>
      <b>{name}</b> {t('person.age', { age: ageBand })}
      {pc4 !== null && ` · ${pc4}`} ·{' '}
      {phone === null ? t('round.noPhone') : <a href={telephone(phone)}>{phone}</a>}
    </p>
  );
};

const Open = ({ of }: { of: CaseView }): JSX.Element => {
  const t = useText('cases');
  const leads = useSignedIn().actor.organisation.id === of.coordinator.id;
  return (
    <>
      {of.endedAt !== null && (
        <Notice kind="plain" icon="circle-check" title={t('ended.title')}>
          {t('ended.line')}
        </Notice>
      )}
      <div className={styles.question}>
        {of.question !== undefined && <blockquote>“{of.question}”</blockquote>}
        <Who of={of} />
      </div>
      <Round of={of} />
      <div className={styles.columns}>
        <div className={styles.page}>
          {of.plan !== undefined && <PlanPanel of={of} plan={of.plan} />}
          {of.parts.includes('meetings') && <Meetings of={of} />}
          {of.parts.includes('conversation') && <CaseConversation caseId={of.id} />}
          {of.messages !== undefined && <Messages of={of} messages={of.messages} />}
        </div>
        <div className={styles.page}>
          <Timeline happened={of.timeline} />
          {leads && of.endedAt === null && <EndCase of={of} />}
        </div>
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
    <Screen
      title={of === undefined || shut ? t('title') : `${of.code} · ${of.person.name}`}
      line={t('line')}
      back="/samen"
    >
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
