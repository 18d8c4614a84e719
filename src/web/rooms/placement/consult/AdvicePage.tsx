import { type JSX, useState } from 'react';
import type { z } from 'zod';
import type { RequestList, RequestView } from '#modules/placement/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { useRead } from '#web/api/queries.ts';
import { Notice } from '#web/design/Notice.tsx';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { Strip, type StripFacts } from '#web/design/Strip.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { productShort, useProfileTitle } from '#web/rooms/placement/words.ts';
import { useKeys } from '#web/shell/acts.ts';
import { announce } from '#web/shell/announce.ts';
import { usePrinted } from '#web/shell/print.ts';
import { Screen } from '#web/shell/Screen.tsx';
import { AdviceCase } from './AdviceCase.tsx';
import styles from './Consult.module.css';

const useStripOf = (): ((request: RequestView) => StripFacts) => {
  const t = useText('triage');
  const format = useFormat();
  const now = useNow('minute');
  const titleOf = useProfileTitle();
  return (request) => {
    const due = Date.parse(request.consult?.answerBy ?? request.sentAt);
    return {
      since: Date.parse(request.consult?.askedAt ?? request.sentAt),
      due,
      title: titleOf(request),
      product: productShort(request.product),
      second: `${request.code} · ${request.referrer.name}`,
      step: t('advise.step', { moment: format.moment(due, now) }),
      icon: 'stethoscope',
    };
  };
};

const useMoves = (
  requests: readonly RequestView[],
  shown: RequestView | undefined,
  show: (id: string) => void,
): void => {
  const t = useText('triage');
  const go = (by: number): void => {
    const next = requests[requests.findIndex(({ id }) => id === shown?.id) + by];
    if (next !== undefined) show(next.id);
  };
  useKeys([
    { keys: ['j', 'ArrowDown'], does: t('advise.keys.next'), run: () => go(1), onlyKey: true },
    { keys: ['k', 'ArrowUp'], does: t('advise.keys.before'), run: () => go(-1), onlyKey: true },
  ]);
};

const Waiting = ({ requests }: { requests: readonly RequestView[] }): JSX.Element => {
  const t = useText('triage');
  const stripOf = useStripOf();
  const [chosen, show] = useState<string | null>(null);
  const shown = requests.find(({ id }) => id === chosen) ?? requests[0];
  useMoves(requests, shown, show);
  usePrinted(
    'requests',
    requests.map(({ id }) => id),
  );
  if (shown === undefined) {
    return (
      <Notice kind="empty" icon="check-check" title={t('advise.none')}>
        {t('advise.noneLine')}
      </Notice>
    );
  }
  return (
    <div className={styles.both}>
      <ul className={styles.strips}>
        {requests.map((request) => (
          <li key={request.id}>
            <Strip facts={stripOf(request)} chosen={request === shown} onOpen={() => show(request.id)} />
          </li>
        ))}
      </ul>
      <AdviceCase key={shown.id} request={shown} onSent={() => announce(t('advise.sent'))} />
    </div>
  );
};

/** "Advies": who waits for the advice of the specialist in elderly medicine, who has least time first. */
export const AdvicePage = (): JSX.Element => {
  const t = useText('triage');
  const read = useRead<z.infer<typeof RequestList>>('/api/v1/consults', ['request', 'board']);
  const requests = read.data?.body.requests;
  return (
    <Screen title={t('advise.title')} line={t('advise.line', { count: requests?.length ?? 0 })}>
      {requests === undefined ? (
        read.error === null ? (
          <Skeleton grid="74px 1fr" rows={4} />
        ) : (
          <Refused problem={read.error} />
        )
      ) : (
        <Waiting requests={requests} />
      )}
    </Screen>
  );
};
