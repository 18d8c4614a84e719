import { Link } from '@tanstack/react-router';
import { type JSX, useState } from 'react';
import type { ConversationAnswer, ConversationList, ConversationView } from '#modules/social/contract.ts';
import { usePathPart } from '#web/address.ts';
import { useRead } from '#web/api/queries.ts';
import { useSignedIn } from '#web/api/session.ts';
import { Notice } from '#web/design/Notice.tsx';
import { NotRead } from '#web/design/NotRead.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { ProblemNotice } from '#web/design/ProblemNotice.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { Network } from '#web/rooms/social/network/Network.tsx';
import { Screen } from '#web/shell/Screen.tsx';
import styles from './Conversation.module.css';
import { Fill } from './Fill.tsx';
import { Overview } from './Overview.tsx';
import { TOGETHER } from './use-talk.ts';
import { WhoSees } from './WhoSees.tsx';

const List = (): JSX.Element => {
  const t = useText('conversation');
  const format = useFormat();
  const read = useRead<ConversationList>(TOGETHER.base, [TOGETHER.topic, 'consent']);
  const conversations = read.data?.body.conversations;
  const day = (iso: string): string => format.longDay(Date.parse(iso));
  if (conversations === undefined) return <NotRead read={read} grid="1fr 160px" rows={4} late={t('late')} />;
  if (conversations.length === 0)
    return (
      <Notice kind="empty" icon="message-circle" title={t('list.none')}>
        {t('list.noneLine')}
      </Notice>
    );
  return (
    <ul className={styles.history} aria-label={t('list.title')}>
      {conversations.map(({ id, name, beganAt, finishedAt, open }) => (
        <li key={id}>
          <Link to="/gesprek/$id" params={{ id }} className={styles.card}>
            <b>{name}</b>
            <span>
              {open
                ? t('history.open', { day: day(beganAt) })
                : t('list.shared', { day: day(finishedAt ?? beganAt) })}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
};

/** Filling it in together: the same questions as at the person's own door, and that we may keep seeing it if they say so. */
const Together = ({ of, onFinished }: { of: ConversationView; onFinished: () => void }): JSX.Element => {
  const t = useText('conversation');
  const { organisation } = useSignedIn().actor;
  return (
    <>
      <Notice kind="plain" icon="hand-heart" title={t('together.title')}>
        {t('together.line')}
      </Notice>
      <Panel>
        <Fill key={of.id} of={of} place={TOGETHER} onFinished={onFinished} />
      </Panel>
      <Panel>
        <Network id={of.id} place={TOGETHER} />
      </Panel>
      <Panel>
        <WhoSees of={of} organisations={[organisation]} place={TOGETHER} />
      </Panel>
    </>
  );
};

const One = ({ id }: { id: string }): JSX.Element => {
  const t = useText('conversation');
  const [finished, setFinished] = useState(false);
  const read = useRead<ConversationAnswer>(`${TOGETHER.base}/${id}`, [TOGETHER.topic, 'consent']);
  // What was taken back, or was finished and is not shared, leaves nothing on the screen.
  const shut = read.error?.status === 404;
  const of = shut ? undefined : read.data?.body.conversation;
  return (
    <Screen
      title={of === undefined ? t('title') : t('titleOf', { name: of.name })}
      line={t('line')}
      back="/gesprek"
    >
      <div className={styles.page}>
        {shut && finished && (
          <Notice kind="good" title={t('finish.done')} announce>
            {t('finish.gone')}
          </Notice>
        )}
        {shut && !finished && <ProblemNotice problem={read.error} />}
        {!shut && of === undefined && <NotRead read={read} grid="1fr 160px" rows={6} late={t('late')} />}
        {of?.open === true && <Together of={of} onFinished={() => setFinished(true)} />}
        {of?.open === false && (
          <Panel>
            <div className={styles.overview}>
              <p className={styles.small}>{t('sharedWithYou')}</p>
              <Overview of={of} />
              <Network id={of.id} place={TOGETHER} />
            </div>
          </Panel>
        )}
      </div>
    </Screen>
  );
};

/** A conversation of a person: filled together, or what the person shares of it; without an id the list. */
export const ConversationPage = (): JSX.Element => {
  const t = useText('conversation');
  const id = usePathPart('id');
  if (id !== '') return <One key={id} id={id} />;
  return (
    <Screen title={t('title')} line={t('line')}>
      <div className={styles.page}>
        <List />
      </div>
    </Screen>
  );
};
