import type { JSX } from 'react';
import type { OfferView, RequestView } from '#modules/placement/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { Button } from '#web/design/Button.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { useStep } from '#web/rooms/placement/use-step.ts';
import styles from './Answers.module.css';
import { HouseCard } from './HouseCard.tsx';

const inOrder = (offers: readonly OfferView[]): OfferView[] =>
  offers
    .filter(({ state }) => state === 'willing')
    .toSorted((a, b) => Date.parse(a.answeredAt ?? a.sentAt) - Date.parse(b.answeredAt ?? b.sentAt));

/** The houses that said yes: the person or family chooses one, with one press. Nothing when nobody said yes yet. */
export const ChooseHouse = ({ request }: { request: RequestView }): JSX.Element | null => {
  const t = useText('answers');
  const format = useFormat();
  const now = useNow('minute');
  const { take, busy, problem } = useStep();
  const willing = inOrder(request.offers);
  const [first] = willing;
  if (first === undefined) return null;
  const until = format.moment(Date.parse(request.chooseBy ?? first.answerBy), now);
  const saysOf = ({ arrivalFrom, doctor }: OfferView): string => {
    const at = arrivalFrom === null ? null : Date.parse(arrivalFrom);
    const when =
      at === null ? '' : t('choice.from', { day: format.dayName(at, now), clock: format.clock(at) });
    return t('choice.says', { when, doctor: doctor ?? '' });
  };
  return (
    <section className={styles.answers} aria-label={t('choice.title')}>
      <h2>{t('choice.title')}</h2>
      <p className={styles.by}>{t('choice.by', { moment: until, site: first.site })}</p>
      <ul className={styles.cards}>
        {willing.map((offer) => (
          <HouseCard key={offer.id} offer={offer} says={saysOf(offer)}>
            <Button
              look="primary"
              busy={busy}
              label={t('choice.actLabel', { site: offer.site })}
              onPress={() => void take({ path: `/offers/${offer.id}/choose`, body: {} })}
            >
              {t('choice.act')}
            </Button>
          </HouseCard>
        ))}
      </ul>
      <Refused problem={problem} />
    </section>
  );
};
