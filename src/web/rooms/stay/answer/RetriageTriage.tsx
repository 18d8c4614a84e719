import type { JSX } from 'react';
import type { Product } from '#kernel/product.ts';
import { openQuestions, TRIAGE_NOW } from '#modules/placement/types.ts';
import { ASKED_AS } from '#modules/stay/types.ts';
import { Button } from '#web/design/Button.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Checklist } from '#web/rooms/placement/triage/Checklist.tsx';
import styles from './Answer.module.css';

/** "Klopt dit?" as in every request: what is usual for this care, confirmed in one press, or left to the desk to ask. */
export const RetriageTriage = ({
  product,
  usual,
  onUsual,
}: {
  product: Product;
  usual: boolean | null;
  onUsual: (usual: boolean | null) => void;
}): JSX.Element => {
  const t = useText('observation');
  const profile = ASKED_AS[product];
  return (
    <fieldset className={styles.usual}>
      <legend className={styles.filledName}>{t('retriage.usual.title')}</legend>
      {usual === null ? (
        <Checklist
          profile={profile}
          open={openQuestions(TRIAGE_NOW, profile, {})}
          busy={false}
          onAll={() => onUsual(true)}
          onOne={() => onUsual(false)}
        />
      ) : (
        <p className={styles.usualSaid}>
          <span role="status">{t(usual ? 'retriage.usual.yes' : 'retriage.usual.no')}</span>
          <Button size="small" look="quiet" onPress={() => onUsual(null)}>
            {t('retriage.usual.change')}
          </Button>
        </p>
      )}
    </fieldset>
  );
};
