import { useMutation } from '@tanstack/react-query';
import type { JSX } from 'react';
import type { ConsentList, ConsentView } from '#modules/people/contract.ts';
import { call } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { readAgain, useRead } from '#web/api/queries.ts';
import { Button } from '#web/design/Button.tsx';
import { Icon } from '#web/design/Icon.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import cards from './Looks.module.css';
import styles from './Own.module.css';

const Yes = ({ consent }: { consent: ConsentView }): JSX.Element => {
  const t = useText('own');
  const format = useFormat();
  const revoke = useMutation<unknown, Problem>({
    mutationFn: () => call('POST', `/api/v1/own/consents/${consent.id}/revoke`),
    onSuccess: () => readAgain(['own-consent']),
  });
  const whom = consent.receiver ?? t(`consent.kind.${consent.receiverKind ?? 'all'}`);
  const day = (iso: string): string => format.longDay(Date.parse(iso));
  return (
    <li className={cards.card}>
      <span className={cards.mark}>
        <Icon name="hand-heart" size={22} />
      </span>
      <div className={cards.told}>
        <h2 className={cards.name}>{t(`consent.purpose.${consent.purpose}`)}</h2>
        <p className={cards.role}>{t('consent.whom', { whom })}</p>
        <p className={cards.role}>{t(`consent.by.${consent.givenBy}`, { day: day(consent.givenAt) })}</p>
        {consent.revokedAt === null ? (
          <div className={styles.two}>
            <Button size="large" busy={revoke.isPending} onPress={() => revoke.mutate()}>
              {t('consent.revoke')}
            </Button>
          </div>
        ) : (
          <p className={styles.said}>{t('consent.revoked', { day: day(consent.revokedAt) })}</p>
        )}
        <Refused problem={revoke.error} />
      </div>
    </li>
  );
};

/** Where the person said yes to, and one button to take it back. */
export const OwnConsents = (): JSX.Element => {
  const t = useText('own');
  const { data, error } = useRead<ConsentList>('/api/v1/own/consents', ['own-consent']);
  const consents = data?.body.consents ?? [];
  return (
    <div className={styles.page}>
      <div className={styles.top}>
        <h1>{t('consent.title')}</h1>
        <p className={styles.lead}>{t('consent.lead')}</p>
      </div>
      <Refused problem={error} />
      {data !== undefined && consents.length === 0 && <p>{t('consent.none')}</p>}
      <ul className={styles.page}>
        {consents.map((consent) => (
          <Yes key={consent.id} consent={consent} />
        ))}
      </ul>
    </div>
  );
};
