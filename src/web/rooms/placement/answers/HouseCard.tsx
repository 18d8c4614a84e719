import type { JSX, ReactNode } from 'react';
import type { OfferView } from '#modules/placement/contract.ts';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import styles from './Answers.module.css';

/** A house that answered: which, how far, and what it says; its buttons stand beside. */
export const HouseCard = ({
  offer,
  says,
  children,
}: {
  offer: OfferView;
  says: string;
  children: ReactNode;
}): JSX.Element => {
  const t = useText('answers');
  const format = useFormat();
  const where = [
    offer.organisation,
    ...(offer.distanceKm === null ? [] : [format.distance(offer.distanceKm)]),
    ...(offer.held ? [t('held', { bed: offer.placeCode })] : []),
  ];
  return (
    <li className={styles.card}>
      <div>
        <b>{offer.site}</b> <span className={styles.where}>{where.join(' · ')}</span>
        <p className={styles.when}>{says}</p>
      </div>
      <div className={styles.acts}>{children}</div>
    </li>
  );
};
