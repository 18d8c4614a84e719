import { useMutation } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import type { MomentLink, Told } from '#modules/day-treatment/contract.ts';
import { call } from '#web/api/call.ts';
import { useNow } from '#web/api/clock.ts';
import type { Problem } from '#web/api/problem.ts';
import { readAgain } from '#web/api/queries.ts';
import { Button, ButtonLink } from '#web/design/Button.tsx';
import { Icon } from '#web/design/Icon.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { ProblemNotice } from '#web/design/ProblemNotice.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { telephone } from '#web/telephone.ts';
import { Reach } from './Reach.tsx';
import styles from './Told.module.css';
import { useToldWords } from './use-told-words.ts';

/** Nobody can write to them: the number, and what was said when somebody called. */
const CallSelf = ({ visitId, phone }: { visitId: string; phone: string | null }): JSX.Element => {
  const t = useText('day-treatment');
  const called = useMutation<unknown, Problem, 'comes' | 'other-moment'>({
    mutationFn: (answer) => call('POST', `/api/v1/visits/${visitId}/called`, { answer }),
    onSettled: () => readAgain(['day-room', 'day-order']),
  });
  return (
    <>
      <Notice kind="conflict" icon="phone" title={t('told.call')}>
        {phone === null ? t('told.noPhone') : <a href={telephone(phone)}>{phone}</a>}
      </Notice>
      <div className={styles.acts}>
        <Button size="small" icon="check" busy={called.isPending} onPress={() => called.mutate('comes')}>
          {t('told.calledComes')}
        </Button>
        <Button size="small" busy={called.isPending} onPress={() => called.mutate('other-moment')}>
          {t('told.calledNot')}
        </Button>
      </div>
      <ProblemNotice problem={called.error} />
    </>
  );
};

/** What the person asks, in the words of the planner and in their own. */
const Asks = ({ told }: { told: Told }): JSX.Element | null => {
  const words = useToldWords();
  const asks = words.asks(told);
  if (asks === null) return null;
  return (
    <Notice kind="conflict" icon="message-circle" title={asks}>
      {told.wish === null ? undefined : <q className={styles.wish}>{told.wish}</q>}
    </Notice>
  );
};

/** The page of the person, for who stands beside them or hands it over on paper. */
const OwnPage = ({ visitId }: { visitId: string }): JSX.Element => {
  const t = useText('day-treatment');
  const link = useMutation<MomentLink, Problem>({
    mutationFn: () => call('GET', `/api/v1/visits/${visitId}/link`),
  });
  if (link.data !== undefined)
    return (
      <ButtonLink to={`${window.location.origin}/thuiskamer/afspraak#${link.data.token}`} look="quiet">
        {t('told.openPage')}
      </ButtonLink>
    );
  return (
    <>
      <Button look="quiet" size="small" busy={link.isPending} onPress={() => link.mutate()}>
        {t('told.page')}
      </Button>
      <ProblemNotice problem={link.error} />
    </>
  );
};

/** When somebody was written to, whether they come, what they ask; and for who cannot be written to: call. */
export const ToldPart = ({
  told,
  visitId,
  orderId,
  waits,
}: {
  told: Told;
  visitId: string;
  orderId: string;
  /** There is no moment to tell of yet. */
  waits: boolean;
}): JSX.Element => {
  const t = useText('day-treatment');
  const words = useToldWords();
  const format = useFormat();
  const now = useNow('minute');
  const [reaching, setReaching] = useState(false);
  const invited =
    told.invited === null
      ? t('told.notYet')
      : t('told.invited', { moment: format.moment(Date.parse(told.invited), now) });
  return (
    <div className={styles.told}>
      {!waits && (
        <p className={styles.line}>
          <Icon name={told.confirmed === null ? 'mail' : 'check'} size={14} />
          {[...(told.call === null ? [invited] : []), words.confirmed(told)].join(' · ')}
        </p>
      )}
      <Asks told={told} />
      {told.call !== null && <CallSelf visitId={visitId} phone={told.call.phone} />}
      <div className={styles.acts}>
        <Button look="quiet" size="small" expanded={reaching} onPress={() => setReaching(!reaching)}>
          {t('told.reach')}
        </Button>
        {!waits && (told.invited !== null || told.call !== null) && <OwnPage visitId={visitId} />}
      </div>
      {reaching && <Reach orderId={orderId} onDone={() => setReaching(false)} />}
    </div>
  );
};
