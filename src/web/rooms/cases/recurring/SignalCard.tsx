import { useMutation } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import type { SignalAnswer, SignalView } from '#modules/cases/contract.ts';
import { call } from '#web/api/call.ts';
import { useLink } from '#web/api/live.ts';
import type { Problem } from '#web/api/problem.ts';
import { readAgain } from '#web/api/queries.ts';
import { Button } from '#web/design/Button.tsx';
import { Icon } from '#web/design/Icon.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { useText } from '#web/i18n/texts.ts';
import { OpenCase } from '#web/rooms/cases/page/OpenCase.tsx';
import { OwnDoor } from '#web/rooms/people/own/OwnDoor.tsx';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { BeginConversation } from '#web/rooms/social/conversation/BeginConversation.tsx';
import { announce } from '#web/shell/announce.ts';
import { Aside } from './Aside.tsx';
import styles from './Recurring.module.css';
import { useSignalWords } from './use-signal-words.ts';

interface Step {
  readonly name: 'look' | 'ask' | 'settle' | 'aside';
  readonly body?: object;
}

const useStep = (signal: SignalView) => {
  const t = useText('recurring');
  return useMutation<SignalAnswer, Problem, Step>({
    mutationFn: ({ name, body }) => call('POST', `/api/v1/recurring/${signal.id}/${name}`, body ?? {}),
    onSuccess: ({ signal: { state } }) => {
      announce(t(`done.${state}`));
      // Who settled this card loses it: the page has the focus then, not the void.
      if (state !== 'looked' && state !== 'asked') document.getElementById('main')?.focus();
    },
    onSettled: () => readAgain(['case']),
  });
};

/** What can be done with a card in this state. */
const Acts = ({
  signal,
  onAside,
  onCase,
}: {
  signal: SignalView;
  onAside: () => void;
  onCase: () => void;
}): JSX.Element => {
  const t = useText('recurring');
  const { whoOf } = useSignalWords();
  const blocked = useLink().state === 'lost';
  const step = useStep(signal);
  const who = whoOf(signal.who);
  const button = (does: string, act: Step, look: 'primary' | 'secondary' | 'quiet') => (
    <Button look={look} blocked={blocked} onPress={() => step.mutate(act)} label={`${t(does)}: ${who}`}>
      {t(does)}
    </Button>
  );
  return (
    <>
      {signal.state === 'asked' && (
        <Notice kind="plain" icon="message-circle-question-mark" title={t('asked.title')}>
          {t('asked.line', { who: signal.decidedBy })}
        </Notice>
      )}
      <Refused problem={step.error} />
      <div className={styles.acts}>
        {signal.state === 'asked' ? (
          <>
            {button('act.conversation', { name: 'settle', body: { outcome: 'conversation' } }, 'primary')}
            <Button blocked={blocked} onPress={onCase} label={`${t('act.case')}: ${who}`}>
              {t('act.case')}
            </Button>
          </>
        ) : (
          button('act.ask', { name: 'ask' }, 'primary')
        )}
        {signal.state === 'new' && button('act.look', { name: 'look' }, 'secondary')}
        <Button look="quiet" onPress={onAside} label={`${t(`act.aside.${signal.state}`)}: ${who}`}>
          {t(`act.aside.${signal.state}`)}
        </Button>
      </div>
    </>
  );
};

/** The person said yes: from here they have a conversation, and their own way in. */
const WENT_ON: ReadonlySet<SignalView['state']> = new Set(['conversation', 'case']);

/** What became of it, where nothing is left to do. */
const Became = ({ signal }: { signal: SignalView }): JSX.Element => {
  const t = useText('recurring');
  const { day } = useSignalWords();
  const { aside, againOn, decidedBy } = signal;
  return (
    <p className={styles.became}>
      <b>{aside === null ? t(`became.${signal.state}`) : t(`asideReason.${aside}.title`)}</b>{' '}
      {againOn === null ? t('by', { who: decidedBy }) : t('again', { who: decidedBy, day: day(againOn) })}
    </p>
  );
};

/** One person whose question comes back: who, why they stand here, and what somebody can do. */
export const SignalCard = ({ signal }: { signal: SignalView }): JSX.Element => {
  const t = useText('recurring');
  const words = useSignalWords();
  const blocked = useLink().state === 'lost';
  const [doing, setDoing] = useState<'aside' | 'case' | null>(null);
  const step = useStep(signal);
  const open = ['new', 'looked', 'asked'].includes(signal.state);
  return (
    <li className={styles.card} data-state={signal.state}>
      <div className={styles.head}>
        <Icon name="refresh-cw" size={22} />
        <div>
          <h2>{words.whoOf(signal.who)}</h2>
          <p>{t('born', { day: words.day(signal.who.birthDate) })}</p>
        </div>
        <span className={styles.since}>
          {t(`state.${signal.state}`)} · {t('since', { day: words.day(signal.since) })}
        </span>
      </div>
      <ul className={styles.why} aria-label={t('why')}>
        {signal.signs.map((sign) => (
          <li key={sign.code}>{words.whyOf(sign)}</li>
        ))}
      </ul>
      {!open && <Became signal={signal} />}
      {WENT_ON.has(signal.state) && signal.who.person !== null && (
        <div className={styles.acts}>
          <BeginConversation about={{ person: signal.who.person }} />
          <OwnDoor personId={signal.who.person} />
        </div>
      )}
      {open && doing === null && (
        <Acts signal={signal} onAside={() => setDoing('aside')} onCase={() => setDoing('case')} />
      )}
      {open && doing === 'case' && (
        <OpenCase
          from={{ id: signal.id, name: signal.who.name, birthDate: signal.who.birthDate }}
          onStop={() => setDoing(null)}
        />
      )}
      {open && doing === 'aside' && (
        <>
          <Refused problem={step.error} />
          <Aside
            asked={signal.state === 'asked'}
            busy={step.isPending}
            blocked={blocked}
            onAside={(body) => step.mutate({ name: 'aside', body })}
            onStop={() => setDoing(null)}
          />
        </>
      )}
    </li>
  );
};
