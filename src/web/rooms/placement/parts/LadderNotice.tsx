import { type JSX, useState } from 'react';
import { PRODUCT_WORDS } from '#kernel/words.ts';
import type { RequestView } from '#modules/placement/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { useSignedIn } from '#web/api/session.ts';
import { Button } from '#web/design/Button.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { useStep } from '#web/rooms/placement/use-step.ts';
import { inWords, useProfileTitle } from '#web/rooms/placement/words.ts';
import styles from './Parts.module.css';

/** The rungs that were climbed, for everybody who asks. */
const Climbed = ({ request }: { request: RequestView }): JSX.Element | null => {
  const t = useText('facts');
  const format = useFormat();
  const now = useNow('minute');
  const climbed = request.ladder?.climbed ?? [];
  if (climbed.length === 0) return null;
  return (
    <ul className={styles.quiet}>
      {climbed.map(({ rung, at }) => (
        <li key={rung}>{t(`ladder.climbed.${rung}`, { moment: format.moment(Date.parse(at), now) })}</li>
      ))}
    </ul>
  );
};

/** The next rung, once it is due: whom to call, what to read out without a name, and one press that writes it down. */
const Due = ({ request, rung }: { request: RequestView; rung: 'insurer' | 'report' }): JSX.Element => {
  const t = useText('facts');
  const format = useFormat();
  const now = useNow('minute');
  const titleOf = useProfileTitle();
  const { take, busy, problem } = useStep();
  return (
    <>
      <Notice
        kind="conflict"
        icon="phone-call"
        title={t(`ladder.${rung}.title`, { uzovi: request.uzovi ?? t('ladder.anyInsurer') })}
        actions={
          <Button
            look="primary"
            busy={busy}
            onPress={() => void take({ path: `/requests/${request.id}/escalate`, body: { rung } })}
          >
            {t(`ladder.${rung}.act`)}
          </Button>
        }
      >
        <p>{t('ladder.read')}</p>
        <p className={styles.aloudText}>
          {t('ladder.words', {
            since: format.moment(Date.parse(request.sentAt), now),
            who: titleOf(request).toLowerCase(),
            product: inWords(PRODUCT_WORDS[request.product].long),
          })}{' '}
          {t(`ladder.${rung}.words`, { code: request.code })}
        </p>
      </Notice>
      <Refused problem={problem} />
    </>
  );
};

/** A crisis may go higher at once, but need not while the region still has time: then one line, until it is pressed. */
const Next = ({ request, rung }: { request: RequestView; rung: 'insurer' | 'report' }): JSX.Element => {
  const t = useText('facts');
  const now = useNow('minute');
  const [opened, setOpened] = useState(false);
  const over = request.dueAt !== null && Date.parse(request.dueAt) <= now;
  if (opened || over || !request.crisisRoute) return <Due request={request} rung={rung} />;
  return (
    <div className={styles.acts}>
      <Button look="quiet" size="small" icon="phone-call" onPress={() => setOpened(true)}>
        {t(`ladder.${rung}.may`)}
      </Button>
    </div>
  );
};

/** The ladder above houses that cannot: what was climbed, and at the desk the next rung when it is due. */
export const LadderNotice = ({ request }: { request: RequestView }): JSX.Element | null => {
  const t = useText('facts');
  const now = useNow('second');
  const { actor } = useSignedIn();
  const { ladder } = request;
  if (ladder === null) return null;
  const { next } = ladder;
  const due = actor.role === 'desk' && next !== null && Date.parse(next.from) <= now ? next.rung : null;
  if (ladder.climbed.length === 0 && (due === null || due === 'desk')) return null;
  return (
    <section className={styles.part} aria-label={t('ladder.label')}>
      <Climbed request={request} />
      {due !== null && due !== 'desk' && <Next key={due} request={request} rung={due} />}
    </section>
  );
};
