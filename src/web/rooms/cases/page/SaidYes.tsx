import { type JSX, useId } from 'react';
import { CONSENT_GIVERS, type ConsentGiver } from '#modules/people/types.ts';
import { ChoiceCards } from '#web/design/ChoiceCards.tsx';
import { useText } from '#web/i18n/texts.ts';
import styles from './Case.module.css';

/** Who said yes, and to what: nothing is chosen until somebody did. */
export const SaidYes = ({
  title,
  value,
  onChange,
}: {
  title: string;
  value: ConsentGiver | null;
  onChange: (giver: ConsentGiver) => void;
}): JSX.Element => {
  const t = useText('cases');
  const id = useId();
  return (
    <div className={styles.form}>
      <h3 id={id}>{title}</h3>
      <ChoiceCards<ConsentGiver>
        labelledBy={id}
        choices={CONSENT_GIVERS.map((giver) => ({ value: giver, title: t(`yes.${giver}`) }))}
        value={value}
        onChange={onChange}
      />
    </div>
  );
};
