import { useMutation, useQuery } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import type { HelperCodeView, HelperLook } from '#modules/social/contract.ts';
import { call } from '#web/api/call.ts';
import type { Problem } from '#web/api/problem.ts';
import { Button } from '#web/design/Button.tsx';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { SentCode, type SentCodeWords } from '#web/rooms/accounts/parts/SentCode.tsx';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import styles from './Helper.module.css';
import { HelperShut } from './HelperShut.tsx';

/** Something waits; a code goes to the organisation itself. */
const AskCode = ({
  token,
  look,
  onCode,
}: {
  token: string;
  look: HelperLook;
  onCode: (code: HelperCodeView) => void;
}): JSX.Element => {
  const t = useText('helper');
  const ask = useMutation<HelperCodeView, Problem>({
    mutationFn: () => call('POST', '/api/v1/helper/code', { token }),
    onSuccess: onCode,
  });
  return (
    <>
      <h1>{t('waits.title', { organisation: look.organisation })}</h1>
      <p>{look.codeTo === null ? t('waits.line') : t('waits.lineTo', { to: look.codeTo })}</p>
      <Button look="primary" size="huge" wide icon="mail" busy={ask.isPending} onPress={() => ask.mutate()}>
        {t('waits.ask')}
      </Button>
      <Refused problem={ask.error} />
      <p className={styles.small}>{t('waits.private')}</p>
    </>
  );
};

const useCodeWords = (sent: HelperCodeView | null): SentCodeWords => {
  const t = useText('helper');
  const format = useFormat();
  return {
    title: t('code.title'),
    sent:
      sent === null
        ? ''
        : t('code.sent', { to: sent.sentTo ?? '', until: format.clock(Date.parse(sent.until)) }),
    practice: t('code.practice'),
    label: t('code.label'),
    open: t('code.open'),
    again: t('code.again'),
  };
};

/** The door: that something waits, and the code that opens it. */
export const HelperDoor = ({ token, onIn }: { token: string; onIn: () => void }): JSX.Element => {
  const t = useText('helper');
  const [sent, setSent] = useState<HelperCodeView | null>(null);
  const words = useCodeWords(sent);
  const { data, error, refetch } = useQuery<HelperLook, Problem>({
    queryKey: ['helper-look', token],
    queryFn: () => call('POST', '/api/v1/helper/look', { token }),
    gcTime: 0,
  });
  if (error !== null) return <HelperShut problem={error} onAgain={refetch} />;
  if (data === undefined) return <Skeleton grid="1fr" rows={4} late={t('loading')} />;
  if (sent === null) return <AskCode token={token} look={data} onCode={setSent} />;
  return (
    <SentCode
      token={token}
      address="/api/v1/helper/session"
      practiceCode={sent.practiceCode}
      words={words}
      className={styles.acts}
      onIn={onIn}
      onBack={() => setSent(null)}
    />
  );
};
