import type { JSX } from 'react';
import type { Queue, Unmet } from '#tower/contract.ts';
import { useRead } from '#web/api/queries.ts';
import { useSignedIn } from '#web/api/session.ts';
import { Button, ButtonLink } from '#web/design/Button.tsx';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { useKeys } from '#web/shell/acts.ts';
import { usePrint, usePrinted } from '#web/shell/print.ts';
import { Screen } from '#web/shell/Screen.tsx';
import { usePaper } from '#web/tower/board/paper/use-paper.ts';
import styles from './Handover.module.css';
import { HandoverSheet } from './HandoverSheet.tsx';

/** The handover of the shift: what is open, who waits for whom and what was promised, on one sheet for who comes on. */
export const HandoverPage = (): JSX.Element => {
  const t = useText('handover');
  const session = useSignedIn();
  const paper = usePaper();
  const queue = useRead<Queue>('/api/v1/queue', ['request', 'board']);
  const unmet = useRead<Unmet>('/api/v1/unmet?days=1', ['request']);
  const print = usePrint();
  usePrinted('row', queue.data?.body.requests.map(({ id }) => id) ?? []);
  useKeys([{ keys: ['p'], does: t('print'), run: print }]);
  const sheet =
    queue.data === undefined ? null : (
      <HandoverSheet queue={queue.data.body} unmet={unmet.data?.body} session={session} />
    );
  if (paper && sheet !== null) return sheet;
  return (
    <Screen title={t('title')} line={t('line')} back="/loket">
      <div className={styles.acts}>
        <ButtonLink to="/loket" icon="arrow-left">
          {t('back')}
        </ButtonLink>
        <Button look="primary" icon="printer" keys={['P']} onPress={print}>
          {t('print')}
        </Button>
      </div>
      <Refused problem={queue.error ?? unmet.error} />
      {sheet === null && queue.error === null && <Skeleton grid="1fr" rows={10} />}
      {sheet !== null && <div className={styles.page}>{sheet}</div>}
    </Screen>
  );
};
