import type { JSX } from 'react';
import type { HandoverSectionView } from '#modules/stay/contract.ts';
import { cx } from '#web/design/cx.ts';
import { useText } from '#web/i18n/texts.ts';
import { inWords } from '#web/rooms/placement/words.ts';
import styles from './Handover.module.css';
import { KnownLines } from './SectionParts.tsx';

/** A section as who receives it reads it; what changed since the time before is marked. */
export const SectionRead = ({ section }: { section: HandoverSectionView }): JSX.Element | null => {
  const t = useText('patient-handover');
  const { code, title, known, text, none, missing, changed } = section;
  if (known.length === 0 && text === '' && !none && !missing && !changed) return null;
  return (
    <section className={cx(styles.section, missing && styles.missing)} aria-labelledby={`section-${code}`}>
      <div className={styles.head}>
        <h2 id={`section-${code}`}>{inWords(title)}</h2>
        {missing && <span className={styles.lacks}>{t('section.missing')}</span>}
        {changed && <span className={styles.changed}>{t('section.changed')}</span>}
      </div>
      <KnownLines known={known} />
      {none && <p>{t(known.length > 0 ? 'section.noMore' : 'section.none')}</p>}
      {text !== '' && <p className={styles.written}>{text}</p>}
    </section>
  );
};
