import type { JSX } from 'react';
import type { HandoverSectionView } from '#modules/stay/contract.ts';
import type { WrittenSection } from '#modules/stay/types.ts';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { cx } from '#web/design/cx.ts';
import { TextArea } from '#web/design/TextArea.tsx';
import { useText } from '#web/i18n/texts.ts';
import { inWords } from '#web/rooms/placement/words.ts';
import styles from './Handover.module.css';
import { KnownLines } from './SectionParts.tsx';

/** What somebody else wrote here meanwhile, to be read beside one's own. */
const Theirs = ({ section }: { section: HandoverSectionView }): JSX.Element => {
  const t = useText('patient-handover');
  return (
    <div className={styles.theirs}>
      <p className={styles.quiet}>{t('apart.theirs')}</p>
      <p className={styles.written}>{section.none ? t('section.none') : section.text}</p>
    </div>
  );
};

/** One section while it is written: what is known, room for more, and that there is none. */
export const SectionWrite = ({
  section,
  shown,
  apart,
  onWrite,
  onLeave,
}: {
  section: HandoverSectionView;
  shown: WrittenSection;
  /** Did somebody else write here meanwhile? */
  apart: boolean;
  onWrite: (written: WrittenSection) => void;
  onLeave: () => void;
}): JSX.Element => {
  const t = useText('patient-handover');
  const { code, title, hint, missing, mayBeNone, changed } = section;
  const id = `section-${code}`;
  const known = section.known.map((line) => ({ ...line, without: shown.without.includes(line.key) }));
  const toggle = (key: string): void => {
    const without = shown.without.includes(key)
      ? shown.without.filter((each) => each !== key)
      : [...shown.without, key];
    onWrite({ ...shown, without });
  };
  const kept = known.some(({ without }) => !without);
  const lacks = missing && shown.text.trim() === '' && !shown.none;
  return (
    <section className={cx(styles.section, lacks && styles.missing)} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>{inWords(title)}</h2>
        {lacks && <span className={styles.lacks}>{t('section.missing')}</span>}
        {changed && <span className={styles.changed}>{t('section.changed')}</span>}
        {mayBeNone && (
          <span className={styles.push}>
            <ChipToggles<'none'>
              label={inWords(title)}
              shape="box"
              chips={[{ value: 'none', label: t(kept ? 'section.noMore' : 'section.none') }]}
              values={shown.none ? ['none'] : []}
              onChange={(values) => onWrite({ ...shown, none: values.includes('none') })}
            />
          </span>
        )}
      </div>
      <KnownLines known={known} onToggle={toggle} />
      {apart && <Theirs section={section} />}
      <TextArea
        labelledBy={id}
        hint={inWords(hint)}
        rows={shown.text === '' ? 1 : 3}
        maxLength={4000}
        value={shown.text}
        onChange={(event) => onWrite({ ...shown, text: event.currentTarget.value })}
        onBlur={onLeave}
      />
    </section>
  );
};
