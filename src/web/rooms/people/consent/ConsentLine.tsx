import { useMutation } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import type { ConsentView } from '#modules/people/contract.ts';
import { call } from '#web/api/call.ts';
import { useNow } from '#web/api/clock.ts';
import type { Problem } from '#web/api/problem.ts';
import { readAgain } from '#web/api/queries.ts';
import { Button } from '#web/design/Button.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { AskFirst } from '#web/rooms/placement/AskFirst.tsx';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import styles from './Consent.module.css';

/** One yes: what for, with whom, since when and by whom it was said; and taking it back. */
export const ConsentLine = ({
  personId,
  consent,
}: {
  personId: string;
  consent: ConsentView;
}): JSX.Element => {
  const t = useText('consent');
  const format = useFormat();
  const now = useNow('minute');
  const [asking, setAsking] = useState(false);
  const take = useMutation<unknown, Problem>({
    mutationFn: () => call('POST', `/api/v1/persons/${personId}/consents/${consent.id}/revoke`),
    // Somebody may have taken it back already: then the list shows what stands.
    onSettled: () => readAgain(['consent', 'request', 'ward']),
    onSuccess: () => setAsking(false),
  });
  const whom = consent.receiver ?? t(`kind.${consent.receiverKind ?? 'all'}`);
  const purpose = t(`purpose.${consent.purpose}`);
  const when = (iso: string): string => format.moment(Date.parse(iso), now);
  const since = t('since', { moment: when(consent.givenAt), giver: t(`said.${consent.givenBy}`) });
  return (
    <li className={styles.said}>
      <div>
        <p className={styles.purpose}>{purpose}</p>
        <p>{t('whom', { whom })}</p>
        <p className={styles.quiet}>
          {consent.revokedAt === null ? since : t('revoked', { moment: when(consent.revokedAt) })}
        </p>
        {!consent.explicit && <p className={styles.quiet}>{t('presumed')}</p>}
      </div>
      {consent.revokedAt === null && !asking && (
        <Button size="small" label={t('take.label', { purpose, whom })} onPress={() => setAsking(true)}>
          {t('take.act')}
        </Button>
      )}
      {asking && (
        <AskFirst
          title={t('take.title')}
          yes={t('take.yes')}
          no={t('take.no')}
          busy={take.isPending}
          onYes={() => take.mutate()}
          onNo={() => setAsking(false)}
        >
          {t('take.line', { whom })}
        </AskFirst>
      )}
      <Refused problem={take.error} />
    </li>
  );
};
