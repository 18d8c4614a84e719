import { useMutation } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import type { LookView } from '#modules/people/contract.ts';
import { call } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { readAgain } from '#web/api/queries.ts';
import { Button } from '#web/design/Button.tsx';
import { Icon } from '#web/design/Icon.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import styles from './Looks.module.css';
import { useLookWords } from './look-words.ts';
import frame from './Own.module.css';
import { Say } from './Say.tsx';
import { useSaidWords } from './said-words.ts';

const Mark = ({ look }: { look: LookView }): JSX.Element => {
  if (look.act === 'refused') return <Icon name="shield-x" size={22} />;
  if (look.ground === 'break-glass') return <Icon name="siren" size={22} />;
  if (look.role === 'relative') return <Icon name="users-round" size={22} />;
  if (look.role === 'resident') return <Icon name="user-round" size={22} />;
  switch (look.organisationKind) {
    case 'gp':
      return <Icon name="stethoscope" size={22} />;
    case 'hospital':
      return <Icon name="hospital" size={22} />;
    case 'desk':
      return <Icon name="headset" size={22} />;
    case 'home-care':
      return <Icon name="bike" size={22} />;
    case 'welfare':
      return <Icon name="hand-heart" size={22} />;
    default:
      return <Icon name="bed" size={22} />;
  }
};

/** The emergency button asks the person: was this right? A question names who answers. */
const Emergency = ({ look }: { look: LookView }): JSX.Element => {
  const t = useText('own');
  const words = useSaidWords();
  const [asking, setAsking] = useState(false);
  const right = useMutation<unknown, Problem>({
    mutationFn: () => call('POST', '/api/v1/own/answers', { kind: 'right', lookId: look.id }),
    onSuccess: () => readAgain(['own']),
  });
  if (look.answer !== null) return <p className={frame.said}>{words(look.answer)}</p>;
  if (asking) return <Say kind="question" lookId={look.id} onClose={() => setAsking(false)} />;
  return (
    <>
      <div className={frame.two}>
        <Button size="large" busy={right.isPending} onPress={() => right.mutate()}>
          {t('answer.right')}
        </Button>
        <Button size="large" onPress={() => setAsking(true)}>
          {t('answer.question')}
        </Button>
      </div>
      <Refused problem={right.error} />
    </>
  );
};

/** One look: who, what they saw, why; amber when it was the emergency button. */
export const LookCard = ({ look }: { look: LookView }): JSX.Element => {
  const t = useText('own');
  const format = useFormat();
  const words = useLookWords()(look);
  const emergency = look.ground === 'break-glass' && look.act !== 'refused';
  const kind = emergency ? 'emergency' : look.act === 'refused' ? 'refused' : undefined;
  return (
    <li className={styles.card} data-kind={kind}>
      <span className={styles.mark}>
        <Mark look={look} />
      </span>
      <div className={styles.told}>
        <div className={styles.head}>
          <h3>{words.who}</h3>
          <time dateTime={look.at}>{format.clock(Date.parse(look.at))}</time>
        </div>
        {words.role !== '' && <p className={styles.role}>{words.role}</p>}
        <dl>
          <dt>{words.did}</dt>
          <dd>{words.what}</dd>
          <dt>{t('why.label')}</dt>
          <dd>{words.why}</dd>
        </dl>
        {emergency && <Emergency look={look} />}
      </div>
    </li>
  );
};
