import type { JSX, Ref } from 'react';
import { useText } from '#web/i18n/texts.ts';
import styles from './WhyButton.module.css';

/** `Waarom?`: opens the sum behind a number. `about` names which number, aloud (`2 vrij, Herstelhuis Peelo`). */
export const WhyButton = ({
  about,
  opened,
  onPress,
  ref,
}: {
  about: string;
  opened: boolean;
  onPress: () => void;
  ref?: Ref<HTMLButtonElement>;
}): JSX.Element => {
  const t = useText('design');
  return (
    <button
      ref={ref}
      type="button"
      className={styles.why}
      aria-expanded={opened}
      aria-haspopup="dialog"
      onClick={onPress}
    >
      {t('why')}
      <span className="aloud"> {about}</span>
    </button>
  );
};
