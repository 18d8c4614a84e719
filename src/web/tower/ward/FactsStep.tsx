import type { JSX } from 'react';
import type { z } from 'zod';
import type { RequestAnswer } from '#modules/placement/contract.ts';
import { useRead } from '#web/api/queries.ts';
import { Button } from '#web/design/Button.tsx';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Documents } from '#web/rooms/placement/parts/Documents.tsx';
import { Messages } from '#web/rooms/placement/parts/Messages.tsx';
import { Transport } from '#web/rooms/placement/parts/Transport.tsx';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import styles from './BedCard.module.css';
import type { CardParts } from './card-parts.ts';

/** What came along with somebody who was said yes to: the letter, the ride, and the words with who asked. */
export const FactsStep = ({ bar, onStep }: CardParts): JSX.Element => {
  const t = useText('ward');
  const id = bar.claim?.requestId ?? null;
  const read = useRead<z.infer<typeof RequestAnswer>>(id === null ? null : `/api/v1/requests/${id}`, [
    'request',
  ]);
  const request = read.data?.body.request;
  return (
    <div className={styles.facts}>
      {request === undefined && read.error === null && <Skeleton grid="1fr" rows={3} />}
      <Refused problem={read.error} />
      {request !== undefined && (
        <>
          <Transport request={request} />
          <Documents request={request} />
          <Messages request={request} />
        </>
      )}
      <Button size="small" onPress={() => onStep('acts')}>
        {t('act.back')}
      </Button>
    </div>
  );
};
