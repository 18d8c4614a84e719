import type { JSX } from 'react';
import type { FreeMoment } from '#modules/day-treatment/contract.ts';
import { Button } from '#web/design/Button.tsx';
import { Icon } from '#web/design/Icon.tsx';
import { useText } from '#web/i18n/texts.ts';
import styles from './OfferBox.module.css';
import type { Week } from './use-week.ts';
import { useWeekWords } from './use-week-words.ts';

/** What is done with a moment that came free, said with the name of who fits. */
export interface OfferActs {
  readonly give: (offer: FreeMoment, name: string) => void;
  readonly aside: (offer: FreeMoment, name: string) => void;
}

const Offer = ({
  offer,
  week,
  busy,
  acts,
}: {
  offer: FreeMoment;
  week: Week;
  busy: boolean;
  acts: OfferActs;
}): JSX.Element => {
  const t = useText('day-treatment');
  const words = useWeekWords();
  const visit = week.list?.visits.find(({ visitId }) => visitId === offer.visitId);
  const name = visit?.person?.name ?? t('nameless');
  const moment = words.moment(offer.choice);
  const [where] = words.choice(offer.choice);
  return (
    <li className={styles.offer}>
      <h3>{t('offer.moment', { moment })}</h3>
      <p>{t(`offer.because.${offer.because}`)}</p>
      <p className={styles.who}>
        {visit === undefined
          ? t('offer.fits', { name })
          : t('offer.fitsBefore', { name, day: words.day(visit.before) })}
      </p>
      <p>{where}</p>
      <div className={styles.acts}>
        <Button
          size="small"
          busy={busy}
          label={t('offer.giveLabel', { name, moment })}
          onPress={() => acts.give(offer, name)}
        >
          {t('offer.give')}
        </Button>
        <Button
          look="quiet"
          size="small"
          busy={busy}
          label={t('offer.asideLabel', { name, moment })}
          onPress={() => acts.aside(offer, name)}
        >
          {t('offer.aside')}
        </Button>
      </div>
    </li>
  );
};

/** Moments that came free, each with who waits and fits best: one press gives it, one press puts it aside. */
export const OfferBox = ({
  week,
  busy,
  acts,
}: {
  week: Week;
  busy: boolean;
  acts: OfferActs;
}): JSX.Element | null => {
  const t = useText('day-treatment');
  const offers = week.list?.offers ?? [];
  if (offers.length === 0) return null;
  return (
    <section aria-labelledby="offers" className={styles.box}>
      <h2 id="offers">
        <Icon name="calendar-plus" size={16} />
        {t('offer.title')} <span className={styles.count}>{offers.length}</span>
      </h2>
      <ul className={styles.offers}>
        {offers.map((offer) => (
          <Offer key={offer.id} offer={offer} week={week} busy={busy} acts={acts} />
        ))}
      </ul>
    </section>
  );
};
