import { type JSX, useState } from 'react';
import type { Proposals, RequestView } from '#modules/placement/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { useLink } from '#web/api/live.ts';
import { Problem } from '#web/api/problem.ts';
import { useRead } from '#web/api/queries.ts';
import { Button } from '#web/design/Button.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { ProposalCards } from '#web/rooms/placement/ProposalCards.tsx';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { takeBackOffer, useStep } from '#web/rooms/placement/use-step.ts';
import { offerUndo } from '#web/shell/undo.ts';
import styles from './Detail.module.css';

/** After a no: the next best place is already chosen, one press asks it. The request itself stays as it was written. */
export const NextPlace = ({ request }: { request: RequestView }): JSX.Element => {
  const t = useText('mine');
  const format = useFormat();
  const now = useNow('minute');
  const offline = useLink().state === 'lost';
  const [unitId, setUnitId] = useState<string | null>(null);
  const { take, busy, problem } = useStep();
  const read = useRead<Proposals>(`/api/v1/requests/${request.id}/proposals`, ['board']);
  const found = read.isPlaceholderData ? undefined : read.data?.body;
  if (found === undefined)
    return read.error === null ? <Skeleton grid="1fr 80px" /> : <Refused problem={read.error} />;
  const asked = new Set(request.offers.map((offer) => offer.unitId));
  const fits = found.fits.filter((place) => !asked.has(place.unitId));
  const chosen = fits.find((place) => place.unitId === unitId) ?? fits[0];
  if (chosen === undefined) {
    return (
      <Notice kind="empty" title={t('next.none')}>
        {t('next.noneLine')}
      </Notice>
    );
  }
  const ask = async (): Promise<void> => {
    const after = await take({
      path: `/requests/${request.id}/offers`,
      body: { placeId: chosen.placeId, hold: true },
    });
    if (after instanceof Problem) return;
    const offer = after.offers.find(({ placeId, state }) => placeId === chosen.placeId && state === 'open');
    if (offer === undefined) return;
    const by = format.moment(Date.parse(offer.answerBy), now);
    offerUndo(t('next.asked', { site: chosen.site, moment: by }), () => takeBackOffer(offer.id));
  };
  return (
    <section className={styles.next}>
      <h2>{t('next.title')}</h2>
      <Refused problem={problem} />
      <ProposalCards fits={fits} chosen={chosen} onChoose={(place) => setUnitId(place.unitId)} />
      <Button look="primary" size="large" busy={busy} blocked={offline} onPress={() => void ask()}>
        {busy ? t('next.holding') : t('next.ask', { site: chosen.site })}
      </Button>
    </section>
  );
};
