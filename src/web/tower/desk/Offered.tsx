import type { JSX } from 'react';
import type { RequestView } from '#modules/placement/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { Button, ButtonLink } from '#web/design/Button.tsx';
import { StateChip } from '#web/design/StateChip.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { useStep } from '#web/rooms/placement/use-step.ts';
import { telephone } from '#web/telephone.ts';
import styles from './Steps.module.css';

type Offer = RequestView['offers'][number];

const useAnswer = (): ((offer: Offer) => string) => {
  const t = useText('desk');
  const format = useFormat();
  const now = useNow('minute');
  const moment = (iso: string): string => format.moment(Date.parse(iso), now);
  return (offer) => {
    if (offer.state === 'refused') return t(`refusal.${offer.refusal?.code ?? 'other'}`);
    if (offer.state !== 'open') return t(`offer.${offer.state}`);
    const read =
      offer.readAt === null ? t('offer.unread') : t('offer.read', { moment: moment(offer.readAt) });
    return t('offer.answers', { moment: moment(offer.answerBy), read });
  };
};

const Row = ({ offer }: { offer: Offer }): JSX.Element => {
  const t = useText('desk');
  const format = useFormat();
  const answer = useAnswer();
  const { take, busy, problem } = useStep();
  const open = offer.state === 'open';
  const km = offer.distanceKm === null ? '' : ` · ${format.distance(offer.distanceKm)}`;
  return (
    <li className={styles.offer}>
      <div className={styles.house}>
        <b>{offer.site}</b>
        <span>
          {t('offer.bed', { organisation: offer.organisation, bed: offer.placeCode })}
          {km}
        </span>
      </div>
      <div className={styles.answer}>
        {open ? (
          <StateChip state={offer.held ? 'held' : 'unknown'}>
            {t(offer.held ? 'offer.held' : 'offer.asked')}
          </StateChip>
        ) : null}
        <span>{answer(offer)}</span>
      </div>
      {open && (
        <div className={styles.acts}>
          <ButtonLink to={telephone(offer.phone)} look="call" size="small" icon="phone">
            {offer.phone}
          </ButtonLink>
          <Button
            size="small"
            busy={busy}
            onPress={() => void take({ path: `/offers/${offer.id}/withdraw`, body: {} })}
          >
            {t('offer.withdraw')}
            <span className="aloud"> {t('compare.to', { site: offer.site })}</span>
          </Button>
        </div>
      )}
      <Refused problem={problem} />
    </li>
  );
};

/** Who was asked, who must answer until when, and who said no and why. */
export const Offered = ({ request }: { request: RequestView }): JSX.Element | null => {
  const t = useText('desk');
  const order = (offer: Offer): string => `${offer.state === 'open' ? '0' : '1'}${offer.answerBy}`;
  const offers = request.offers
    .filter(({ state }) => state !== 'accepted')
    .toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
  if (offers.length === 0) return null;
  return (
    <section className={styles.block} aria-label={t('offer.title')}>
      <h3>{t('offer.title')}</h3>
      <ul>
        {offers.map((offer) => (
          <Row key={offer.id} offer={offer} />
        ))}
      </ul>
    </section>
  );
};
