import { type JSX, useEffect, useRef } from 'react';
import type { Proposal } from '#modules/placement/contract.ts';
import { Button } from '#web/design/Button.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { ProposalCards } from '#web/rooms/placement/ProposalCards.tsx';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { inWords } from '#web/rooms/placement/words.ts';
import { useKeys } from '#web/shell/acts.ts';
import styles from './Found.module.css';
import { Rejections } from './Rejections.tsx';
import type { Lost, RequestInHand } from './use-request.ts';

/** Somebody was first: what is gone, and the next best already chosen. Enter takes it. Never who took it. */
const TakeNext = ({
  lost,
  next,
  request,
}: {
  lost: Lost;
  next: Proposal;
  request: RequestInHand;
}): JSX.Element => {
  const t = useText('request');
  const format = useFormat();
  const box = useRef<HTMLDivElement>(null);
  const take = (): void => request.send('chosen');
  useEffect(() => {
    box.current?.querySelector('button')?.focus();
  }, []);
  useKeys([{ keys: ['Enter'], does: t('lost.take', { site: next.site }), run: take }]);
  return (
    <div ref={box}>
      <Notice
        kind="conflict"
        announce
        title={t('lost.title', { bed: lost.bed, clock: format.clock(lost.at) })}
        actions={
          <>
            <Button look="primary" keys={['↵']} onPress={take} busy={request.busy !== null}>
              {t('lost.take', { site: next.site })}
            </Button>
            <Button onPress={request.dismiss}>{t('lost.all', { count: request.fits.length })}</Button>
          </>
        }
      >
        {t('lost.next', { site: next.site, town: next.town, why: inWords(next.why) })}
      </Notice>
    </div>
  );
};

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

const Places = ({ request }: { request: RequestInHand }): JSX.Element => {
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
      {lost !== null && chosen !== null && (
        <TakeNext key={lost.placeId} lost={lost} next={chosen} request={request} />
      )}
      {lost !== null && chosen === null && <LostAll lost={lost} />}
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
      <Rejections rejects={found.rejects} />
    </>
  );
};

const LostAll = ({ lost }: { lost: Lost }): JSX.Element => {
  const t = useText('request');
  const format = useFormat();
  return (
    <Notice
      kind="conflict"
      announce
      title={t('lost.title', { bed: lost.bed, clock: format.clock(lost.at) })}
    />
  );
};

/** The right half: what fits while one is still answering, and why the rest does not. */
export const Found = ({ request }: { request: RequestInHand }): JSX.Element => (
  <section className={styles.found}>
    <Refused problem={request.problem} />
    <Places request={request} />
  </section>
);
