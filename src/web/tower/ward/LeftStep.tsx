import { type JSX, useState } from 'react';
import { DESTINATIONS } from '#modules/capacity/types.ts';
import { Button } from '#web/design/Button.tsx';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { useText } from '#web/i18n/texts.ts';
import styles from './BedCard.module.css';
import type { CardParts } from './card-parts.ts';
import { useWardWords } from './use-ward-words.ts';

const CLEANING_MINUTES = 60;

/** Somebody left: where to, in one press. */
export const LeftStep = ({ bar, bed, acts, onDone }: CardParts): JSX.Element | null => {
  const t = useText('ward');
  const words = useWardWords();
  const [cleaning, setCleaning] = useState(false);
  const { claim } = bar;
  if (claim === null) return null;
  const done = t('done.left', { who: words.who(claim), code: bed.code });
  return (
    <div className={styles.step}>
      <p className={styles.ask}>{t('left.where')}</p>
      <div className={styles.choices}>
        {DESTINATIONS.map((destination) => (
          <Button
            key={destination}
            busy={acts.busy}
            onPress={() =>
              onDone(
                acts.depart(claim, { destination, cleaningMinutes: cleaning ? CLEANING_MINUTES : 0 }, done),
              )
            }
          >
            {t(`destination.${destination}`)}
          </Button>
        ))}
      </div>
      <ChipToggles
        label={t('left.cleaningLabel')}
        chips={[{ value: 'cleaning', label: t('left.cleaning'), icon: 'spray-can' }]}
        values={cleaning ? ['cleaning'] : []}
        onChange={(values) => setCleaning(values.length > 0)}
      />
    </div>
  );
};
