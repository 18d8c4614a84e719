import { useMutation } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import type { ConversationView, FinishedAnswer } from '#modules/social/contract.ts';
import { TALK_PARTS, type TalkPart } from '#modules/social/types.ts';
import { call } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { readAgain } from '#web/api/queries.ts';
import { Button } from '#web/design/Button.tsx';
import { ProblemNotice } from '#web/design/ProblemNotice.tsx';
import { useText } from '#web/i18n/texts.ts';
import { announce } from '#web/shell/announce.ts';
import styles from './Conversation.module.css';
import { Keeping } from './Keeping.tsx';
import { OnePart } from './OnePart.tsx';
import { Overview } from './Overview.tsx';
import part from './Part.module.css';
import { type Talk, type TalkPlace, useTalk } from './use-talk.ts';

/** The conversation as it stands on the page, also what the house does not have yet. */
const asTyped = (of: ConversationView, { held }: Talk): ConversationView => ({
  ...of,
  parts: of.parts.map((each) => ({ ...each, ...held.get(each.part)?.said })),
});

/** The end: looking it over, and that it is finished. */
const LookOver = ({
  of,
  talk,
  place,
  onPart,
  onFinished,
}: {
  of: ConversationView;
  talk: Talk;
  place: TalkPlace;
  onPart: (part: TalkPart) => void;
  onFinished: (() => void) | undefined;
}): JSX.Element => {
  const t = useText('conversation');
  const waiting = [...talk.held].find(([, { keeping }]) => !['kept', 'typing', 'keeping'].includes(keeping));
  const finish = useMutation<FinishedAnswer | null, Problem>({
    mutationFn: async () =>
      (await talk.keep()) ? call<FinishedAnswer>('POST', `${place.base}/${of.id}/finish`, {}) : null,
    onSuccess: async (done) => {
      if (done === null) return;
      announce(t('finish.done'));
      onFinished?.();
      await readAgain([place.topic]);
    },
  });
  return (
    <>
      <h2>{t('overview')}</h2>
      <Overview of={asTyped(of, talk)} onPart={onPart} />
      {waiting !== undefined && <Keeping part={waiting[0]} held={waiting[1]} talk={talk} />}
      <ProblemNotice problem={finish.error} />
      <p className={styles.small}>
        {t(place.topic === 'own-conversation' ? 'finish.own' : 'finish.together')}
      </p>
      <Button look="primary" size="large" busy={finish.isPending} onPress={() => finish.mutate()}>
        {t('finish.act')}
      </Button>
    </>
  );
};

/** Filling a conversation, one part at a time; at any moment it can be looked over and finished. */
export const Fill = ({
  of,
  place,
  onFinished,
}: {
  of: ConversationView;
  place: TalkPlace;
  onFinished?: () => void;
}): JSX.Element => {
  const t = useText('conversation');
  const talk = useTalk(place, of);
  const begun = of.parts.some(({ version }) => version > 0);
  const [at, setAt] = useState<TalkPart | null>(begun ? null : TALK_PARTS[0]);
  const number = at === null ? TALK_PARTS.length : TALK_PARTS.indexOf(at);
  const held = at === null ? undefined : talk.held.get(at);
  const prompt = of.prompts.prompts.find(({ part }) => part === at);
  const go = (to: number): void => {
    void talk.keep();
    setAt(TALK_PARTS[to] ?? null);
    window.scrollTo({ top: 0 });
  };
  return (
    <div className={styles.fill}>
      {held !== undefined && prompt !== undefined ? (
        <>
          <p className={styles.step}>{t('step', { at: number + 1, of: TALK_PARTS.length })}</p>
          <OnePart key={at} prompt={prompt} held={held} talk={talk} />
          <nav className={part.go} aria-label={t('go')}>
            <Button size="large" icon="chevron-left" blocked={number === 0} onPress={() => go(number - 1)}>
              {t('back')}
            </Button>
            <Button size="large" look="primary" onPress={() => go(number + 1)}>
              {t(number + 1 === TALK_PARTS.length ? 'overview' : 'next')}
            </Button>
          </nav>
          {number + 1 < TALK_PARTS.length && (
            <button type="button" className={styles.link} onClick={() => go(TALK_PARTS.length)}>
              {t('toOverview')}
            </button>
          )}
        </>
      ) : (
        <LookOver
          of={of}
          talk={talk}
          place={place}
          onPart={(part) => go(TALK_PARTS.indexOf(part))}
          onFinished={onFinished}
        />
      )}
    </div>
  );
};
