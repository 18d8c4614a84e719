import type { JSX } from 'react';
import type { HandoverSectionView } from '#modules/stay/contract.ts';
import { Button } from '#web/design/Button.tsx';
import { Icon } from '#web/design/Icon.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { useText } from '#web/i18n/texts.ts';
import { inWords } from '#web/rooms/placement/words.ts';
import styles from './Handover.module.css';

const goTo = (code: string): void => {
  const section = document.getElementById(`section-${code}`)?.closest('section');
  section?.scrollIntoView({ block: 'start' });
  section?.querySelector('textarea')?.focus();
};

/** What is still missing, in one list: said with one press where there is none, or written. It holds up nothing. */
export const MissingNow = ({
  sections,
  onNone,
}: {
  sections: readonly HandoverSectionView[];
  onNone: (section: HandoverSectionView) => void;
}): JSX.Element => {
  const t = useText('patient-handover');
  if (sections.length === 0)
    return (
      <Panel title={t('missing.title', { count: 0 })}>
        <p className={styles.acts}>
          <Icon name="check" size={16} />
          {t('missing.complete')}
        </p>
      </Panel>
    );
  return (
    <Panel title={t('missing.title', { count: sections.length })}>
      <p className={styles.quiet}>{t('missing.line')}</p>
      <ul className={styles.list}>
        {sections.map((section) => (
          <li key={section.code}>
            <span className={styles.what}>
              <b>{inWords(section.title)}</b>
              <span className={styles.quiet}>{inWords(section.hint)}</span>
            </span>
            {section.mayBeNone && (
              <Button size="small" onPress={() => onNone(section)}>
                {t('section.none')}
                <span className="aloud"> {inWords(section.title)}</span>
              </Button>
            )}
            <Button size="small" look="quiet" onPress={() => goTo(section.code)}>
              {t('missing.write')}
              <span className="aloud"> {inWords(section.title)}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  );
};
