import type { JSX } from 'react';
import { Icon } from '#web/design/Icon.tsx';
import { useText } from '#web/i18n/texts.ts';
import styles from './Kept.module.css';
import { letterOf, type Scenarios } from './use-scenarios.ts';

/** The scenarios in a row, and one more. */
export const Tabs = ({ scenarios, onAdd }: { scenarios: Scenarios; onAdd: () => void }): JSX.Element => {
  const t = useText('outlook');
  const { drafts, chosen } = scenarios;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a form question around a row of choices
    <div role="group" aria-label={t('scenario.which')} className={styles.tabs}>
      {drafts.map(({ key, name }) => (
        <button
          key={key}
          type="button"
          className={styles.tab}
          aria-pressed={key === chosen.key}
          onClick={() => scenarios.choose(key)}
        >
          {t('scenario.tab', { letter: letterOf(drafts, key), name })}
        </button>
      ))}
      <button type="button" className={styles.tab} aria-label={t('scenario.add')} onClick={onAdd}>
        <Icon name="plus" />
      </button>
    </div>
  );
};
