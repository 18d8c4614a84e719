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

const OtherDate = ({ offer }: { offer: OfferView }): JSX.Element => {
  const t = useText('answers');
  const format = useFormat();
  const now = useNow('minute');
  const { take, busy, problem } = useStep();
  const from = Date.parse(offer.alternativeFrom ?? offer.answerBy);
  const says = t('later.says', { day: format.dayName(from, now), clock: format.clock(from) });
  return (
    <>
      <HouseCard offer={offer} says={says}>
        <Button
          look="primary"
          busy={busy}
          onPress={() => void take({ path: `/offers/${offer.id}/ask-again`, body: {} })}
        >
          {t('later.agree')}
        </Button>
        <Button busy={busy} onPress={() => void take({ path: `/offers/${offer.id}/decline`, body: {} })}>
          {t('later.decline')}
        </Button>
      </HouseCard>
      <Refused problem={problem} />
    </>
  );
};

/** Houses that can, but later: for each one press, then agreed, or no and search on. Nothing when there are none. */
export const OtherDates = ({ request }: { request: RequestView }): JSX.Element | null => {
  const t = useText('answers');
  const format = useFormat();
  const now = useNow('minute');
  const offers = request.offers.filter(({ state }) => state === 'alternative');
  const [first] = offers;
  if (first === undefined) return null;
  const by = Math.min(...offers.map(({ answerBy }) => Date.parse(answerBy)));
  return (
    <section className={styles.answers} aria-label={t('later.title')}>
      <h2>{t('later.title')}</h2>
      <p className={styles.by}>{t('later.by', { moment: format.moment(by, now) })}</p>
      <ul className={styles.cards}>
        {offers.map((offer) => (
          <OtherDate key={offer.id} offer={offer} />
        ))}
      </ul>
    </section>
  );
};
