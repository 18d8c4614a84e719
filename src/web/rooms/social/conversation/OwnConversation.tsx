import { useMutation } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import type { ConversationAnswer, ConversationView, OwnConversations } from '#modules/social/contract.ts';
import { call } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { readAgain, useRead } from '#web/api/queries.ts';
import { Button } from '#web/design/Button.tsx';
import { cx } from '#web/design/cx.ts';
import { ProblemNotice } from '#web/design/ProblemNotice.tsx';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { Network } from '#web/rooms/social/network/Network.tsx';
import styles from './Conversation.module.css';
import { Fill } from './Fill.tsx';
import { Overview } from './Overview.tsx';
import { saveConversation } from './take-along.ts';
import { OWN } from './use-talk.ts';
import { WhoSees } from './WhoSees.tsx';

const Begin = ({ again }: { again: boolean }): JSX.Element => {
  const t = useText('conversation');
  const begin = useMutation<ConversationAnswer, Problem>({
    mutationFn: () => call('POST', OWN.base),
    onSuccess: () => readAgain([OWN.topic]),
  });
  return (
    <div className={cx(styles.block, again && 'screen-only')}>
      {!again && (
        <>
          <p>{t('intro.what')}</p>
          <p>{t('intro.yours')}</p>
          <p className={styles.small}>
            {t('intro.source')}{' '}
            <a href="https://www.iph.nl/" rel="noreferrer" target="_blank">
              {t('intro.link')}
            </a>
          </p>
        </>
      )}
      <ProblemNotice problem={begin.error} />
      <div>
        <Button
          look={again ? 'secondary' : 'primary'}
          size="large"
          busy={begin.isPending}
          onPress={() => begin.mutate()}
        >
          {t(again ? 'begin.again' : 'begin.first')}
        </Button>
      </div>
    </div>
  );
};

/** Taking it along: as a file, or on paper. */
const TakeAlong = ({ of }: { of: ConversationView }): JSX.Element => {
  const t = useText('conversation');
  return (
    <section className={cx(styles.block, 'screen-only')} aria-label={t('take.title')}>
      <h2>{t('take.title')}</h2>
      <div className={styles.row}>
        <Button size="large" icon="printer" onPress={() => window.print()}>
          {t('take.print')}
        </Button>
        <Button size="large" icon="download" onPress={() => saveConversation(of, t('take.name'))}>
          {t('take.file')}
        </Button>
      </div>
    </section>
  );
};

/** What there was before: each can be read again, and shared or shut. */
const History = ({
  rows,
  shown,
  onShow,
}: {
  rows: OwnConversations['history'];
  shown: string;
  onShow: (id: string) => void;
}): JSX.Element | null => {
  const t = useText('conversation');
  const format = useFormat();
  const day = (iso: string): string => format.longDay(Date.parse(iso));
  const others = rows.filter(({ id }) => id !== shown);
  if (others.length === 0) return null;
  return (
    <section className={cx(styles.block, 'screen-only')} aria-label={t('history.title')}>
      <h2>{t('history.title')}</h2>
      <ul className={styles.history}>
        {others.map(({ id, beganAt, finishedAt, holder }) => (
          <li key={id}>
            <Button size="large" wide onPress={() => onShow(id)}>
              {finishedAt === null ? t('history.open', { day: day(beganAt) }) : day(finishedAt)}
              {holder !== null && ` · ${t('history.with', { name: holder })}`}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
};

const One = ({
  of,
  organisations,
}: {
  of: ConversationView;
  organisations: OwnConversations['organisations'];
}): JSX.Element => {
  const t = useText('conversation');
  const format = useFormat();
  return (
    <>
      {of.open ? (
        <Fill key={of.id} of={of} place={OWN} />
      ) : (
        <>
          <p className={styles.small}>
            {t('finished', { day: format.longDay(Date.parse(of.finishedAt ?? of.beganAt)) })}
          </p>
          <Overview of={of} />
        </>
      )}
      <Network id={of.id} place={OWN} />
      {of.holder !== null && <p className={styles.small}>{t('heldWith', { name: of.holder.name })}</p>}
      {(!of.open || of.parts.some(({ version }) => version > 0)) && (
        <>
          <WhoSees of={of} organisations={organisations} place={OWN} />
          <TakeAlong of={of} />
        </>
      )}
    </>
  );
};

/** The conversation at the person's own door: theirs to fill, to read again, to share and to take along. */
export const OwnConversation = (): JSX.Element => {
  const t = useText('conversation');
  const [shown, setShown] = useState<string | null>(null);
  const read = useRead<OwnConversations>(OWN.base, [OWN.topic]);
  const older = useRead<ConversationAnswer>(shown === null ? null : `${OWN.base}/${shown}`, [OWN.topic]);
  const own = read.data?.body;
  const conversation = shown === null ? own?.conversation : older.data?.body.conversation;
  return (
    <div className={styles.own}>
      <h1>{t('own.title')}</h1>
      {conversation !== null && conversation !== undefined && (
        <p className="paper-only">{conversation.name}</p>
      )}
      <ProblemNotice problem={read.error ?? older.error} onAgain={read.refetch} />
      {own === undefined && read.error === null && <Skeleton grid="1fr" rows={6} late={t('late')} />}
      {own !== undefined && conversation === null && <Begin again={false} />}
      {own !== undefined && conversation !== null && conversation !== undefined && (
        <>
          <One key={conversation.id} of={conversation} organisations={own.organisations} />
          {own.history.every(({ finishedAt }) => finishedAt !== null) && <Begin again />}
          <History rows={own.history} shown={conversation.id} onShow={setShown} />
        </>
      )}
    </div>
  );
};
