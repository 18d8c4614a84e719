import type { JSX } from 'react';
import { Button } from '#web/design/Button.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { useText } from '#web/i18n/texts.ts';
import { ProposalCards } from '#web/rooms/placement/ProposalCards.tsx';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { TakeNext } from '#web/rooms/placement/TakeNext.tsx';
import { AskAlso } from './AskAlso.tsx';
import styles from './Found.module.css';
import type { AskedFrom } from './Questions.tsx';
import { Rejections } from './Rejections.tsx';
import type { RequestInHand } from './use-request.ts';

const Nothing = ({ request }: { request: RequestInHand }): JSX.Element => {
  const t = useText('request');
  return (
    <Panel>
      <Notice
        kind="empty"
        title={t('nothing.title')}
        actions={
          <Button
            look="primary"
            busy={request.busy !== null}
            blocked={request.offline}
            onPress={() => request.send('desk')}
          >
            {t('nothing.wait')}
          </Button>
        }
        more={t('nothing.counts')}
      >
        {t('nothing.looked', { count: request.found?.looked ?? 0 })}
      </Notice>
    </Panel>
  );
};

const Places = ({ request, from }: { request: RequestInHand; from: AskedFrom }): JSX.Element => {
  const t = useText('request');
  const { draft, found, fits, chosen, lost } = request;
  if (found === undefined && (draft.reason === null || draft.weight === null)) {
    return (
      <Panel>
        <Notice kind="empty" icon="map-pinned" title={t('ask.title')}>
          {t('ask.line')}
        </Notice>
      </Panel>
    );
  }
  if (found === undefined) {
    return (
      <Panel>
        <Skeleton grid="1fr 80px" rows={6} />
      </Panel>
    );
  }
  return (
    <>
      <div className={styles.head} role="status">
        <h2>{t('places.title', { count: fits.length })}</h2>
        <p>{t('places.of', { count: found.looked })}</p>
      </div>
      {lost !== null && (
        <TakeNext
          lost={lost}
          next={chosen}
          count={fits.length}
          busy={request.busy !== null}
          onTake={() => request.send('chosen')}
          onDismiss={request.dismiss}
        />
      )}
      {request.moved && (
        <Notice kind="conflict" announce title={t('moved.title')}>
          {t('moved.line')}
        </Notice>
      )}
      {fits.length === 0 ? (
        <Nothing request={request} />
      ) : (
        <ProposalCards fits={fits} chosen={chosen} onChoose={({ unitId }) => request.change({ unitId })} />
      )}
      {/* In crisis several houses are asked by themselves. */}
      {from === 'hospital' && draft.reason !== 'crisis' && <AskAlso request={request} />}
      <Rejections rejects={found.rejects} />
    </>
  );
};

/** The right half: what fits while one is still answering, and why the rest does not. */
export const Found = ({ request, from }: { request: RequestInHand; from: AskedFrom }): JSX.Element => (
  <section className={styles.found}>
    <Refused problem={request.problem} />
    <Places request={request} from={from} />
  </section>
);
