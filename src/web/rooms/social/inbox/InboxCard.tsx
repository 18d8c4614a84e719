import { type JSX, useState } from 'react';
import type { ReferralView } from '#modules/social/contract.ts';
import { useLink } from '#web/api/live.ts';
import { Button, ButtonLink } from '#web/design/Button.tsx';
import { Icon } from '#web/design/Icon.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import styles from '#web/rooms/social/refer/Refer.module.css';
import { Steps } from '#web/rooms/social/refer/Steps.tsx';
import { useReferralWords } from '#web/rooms/social/refer/use-referral-words.ts';
import { telephone } from '#web/telephone.ts';
import { EndForm } from './EndForm.tsx';
import { PassOnForm } from './PassOnForm.tsx';
import { type StepAct, useStepAct } from './use-step-act.ts';

/** The one step that is next; null when only its end is left. */
const NEXT: Readonly<Record<string, StepAct['step']>> = {
  ...{ sent: 'accepted', seen: 'accepted', accepted: 'contacted', contacted: 'active' },
};

/** Nobody picked it up yet. */
const isFresh = ({ state }: ReferralView): boolean => state === 'sent' || state === 'seen';

/** Who it is and how to reach them: the telephone is a press away. */
const Person = ({ referral }: { referral: ReferralView }): JSX.Element => {
  const t = useText('referral');
  const { person } = referral;
  const phone = person?.phone ?? null;
  return (
    <div className={styles.known}>
      {phone === null ? (
        <span className={styles.aside}>{t('noPhone')}</span>
      ) : (
        <ButtonLink to={telephone(phone)} look="call" icon="phone">
          {phone}
        </ButtonLink>
      )}
      <span className={styles.aside}>
        {t('age', { band: person?.ageBand ?? '' })}
        {person?.pc4 !== null && ` · ${person?.pc4 ?? ''}`}
      </span>
    </div>
  );
};

type Doing = 'nothing' | 'end' | 'pass-on';

const Acts = ({ referral, onDo }: { referral: ReferralView; onDo: (doing: Doing) => void }): JSX.Element => {
  const t = useText('referral');
  const blocked = useLink().state === 'lost';
  const { act, pending } = useStepAct(referral);
  const next = NEXT[referral.state];
  const who = referral.name ?? referral.code;
  const end = isFresh(referral) ? 'act.cannot' : 'act.end';
  return (
    <>
      <Refused problem={act.error} />
      <div className={styles.acts}>
        {next !== undefined && (
          <Button
            look="primary"
            blocked={blocked}
            busy={pending}
            label={`${t(`act.${next}`)}: ${who}`}
            onPress={() => act.mutate({ step: next, body: {} })}
          >
            {t(`act.${next}`)}
          </Button>
        )}
        <Button
          look={next === undefined ? 'primary' : 'secondary'}
          label={`${t(end)}: ${who}`}
          onPress={() => onDo('end')}
        >
          {t(end)}
        </Button>
        <Button look="quiet" label={`${t('act.pass-on')}: ${who}`} onPress={() => onDo('pass-on')}>
          {t('act.pass-on')}
        </Button>
      </div>
    </>
  );
};

/** Its end, told by who helped. */
const Ending = ({ referral, onStop }: { referral: ReferralView; onStop: () => void }): JSX.Element => {
  const blocked = useLink().state === 'lost';
  const { act, pending } = useStepAct(referral);
  return (
    <EndForm
      referral={referral}
      busy={pending}
      blocked={blocked}
      problem={act.error}
      onSend={(body) => act.mutate({ step: 'ended', body })}
      onStop={onStop}
    />
  );
};

const Head = ({ referral }: { referral: ReferralView }): JSX.Element => {
  const t = useText('referral');
  const { waitsOf, resultOf } = useReferralWords();
  const end = referral.steps.find(({ result }) => result !== null);
  const fresh = isFresh(referral);
  const state = fresh ? t('fresh') : t(`state.${referral.state}`);
  return (
    <div className={styles.head}>
      <div>
        <h2>{referral.name ?? referral.code}</h2>
        <p className={styles.aside}>
          {referral.service.name} · {t('fromWho', { by: referral.madeBy, from: referral.from })}
        </p>
      </div>
      <p className={styles.tags}>
        {referral.late && (
          <span className={styles.tag} data-late>
            <Icon name="clock-alert" size={15} />
            {t('lateTag')}
          </span>
        )}
        <span className={styles.tag}>{end === undefined ? state : resultOf(end)}</span>
        {fresh && <span className={styles.aside}>{t('waits', { time: waitsOf(referral.madeAt) })}</span>}
      </p>
    </div>
  );
};

/** One referral for who got it: the question, how to reach the person, and the next step in one press. */
export const InboxCard = ({ referral }: { referral: ReferralView }): JSX.Element => {
  const { warmOf } = useReferralWords();
  const [doing, setDoing] = useState<Doing>('nothing');
  const over = referral.state === 'ended' || referral.state === 'passed-on';
  const stop = () => setDoing('nothing');
  return (
    <li className={styles.card} data-late={referral.late}>
      <Head referral={referral} />
      <blockquote className={styles.question}>“{referral.question}”</blockquote>
      {!over && (
        <>
          <p className={styles.aside}>{warmOf(referral)}</p>
          <Person referral={referral} />
        </>
      )}
      {over && <Steps steps={referral.steps} />}
      {!over && doing === 'nothing' && <Acts referral={referral} onDo={setDoing} />}
      {!over && doing === 'end' && <Ending referral={referral} onStop={stop} />}
      {!over && doing === 'pass-on' && <PassOnForm referral={referral} onStop={stop} />}
    </li>
  );
};
