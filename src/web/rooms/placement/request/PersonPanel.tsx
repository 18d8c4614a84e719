import { type FocusEvent, type JSX, type KeyboardEvent, useRef, useState } from 'react';
import { localDay } from '#kernel/calendar.ts';
import { useNow } from '#web/api/clock.ts';
import { Button } from '#web/design/Button.tsx';
import { Icon } from '#web/design/Icon.tsx';
import { useText } from '#web/i18n/texts.ts';
import { REGION_ZONE } from '#web/i18n/time.ts';
import { usePhone } from '#web/shell/use-phone.ts';
import { emptyDraft, type Fault } from './draft.ts';
import { focusField } from './field.ts';
import styles from './Person.module.css';
import { PersonFields } from './PersonFields.tsx';
import { type PersonDraft, personFaults, readPc4 } from './person.ts';
import { usePersonTitle } from './use-person-title.ts';

/**
 * Folds when the focus leaves. With a pointer it waits until the press is over: what is being pressed must not move
 * away from under it.
 */
const useLeaving = (fold: () => void) => {
  const panel = useRef<HTMLElement>(null);
  const byTab = useRef(false);
  return {
    ref: panel,
    onKeyDown: (event: KeyboardEvent): void => {
      byTab.current = event.key === 'Tab';
      setTimeout(() => {
        byTab.current = false;
      }, 0);
    },
    onBlur: (event: FocusEvent): void => {
      if (panel.current?.contains(event.relatedTarget)) return;
      if (byTab.current) fold();
      else document.addEventListener('mouseup', () => void setTimeout(fold, 0), { once: true });
    },
  };
};

const Folded = ({
  person,
  onOpen,
}: {
  person: PersonDraft;
  onOpen: (person: PersonDraft) => void;
}): JSX.Element => {
  const t = useText('request');
  const phone = usePhone();
  const pc4 = readPc4(person.pc4);
  return (
    <section className={styles.folded} aria-label={t('person.title')}>
      <Icon name="user-round" size={24} />
      <div className={styles.who}>
        <h2>{usePersonTitle(person)}</h2>
        <p>{pc4 === null ? t('person.nowhere') : t('person.second', { pc4 })}</p>
      </div>
      <Button look="quiet" size="small" onPress={() => onOpen(person)}>
        {t('change')}
      </Button>
      {!phone && (
        <Button look="quiet" size="small" onPress={() => onOpen(emptyDraft('', 'home').person)}>
          {t('person.another')}
        </Button>
      )}
    </section>
  );
};

/** For whom: fields to type in, folded to one line as soon as the person is known. */
export const PersonPanel = ({
  person,
  faults,
  onChange,
}: {
  person: PersonDraft;
  faults: readonly Fault[];
  onChange: (person: PersonDraft) => void;
}): JSX.Element => {
  const t = useText('request');
  const phone = usePhone();
  const today = localDay(useNow('minute'), REGION_ZONE);
  const whole = personFaults(person, today).length === 0;
  const [open, setOpen] = useState(!whole);
  const leaving = useLeaving(() => setOpen(false));
  const reopen = (next: PersonDraft): void => {
    onChange(next);
    setOpen(true);
    requestAnimationFrame(() => focusField('name'));
  };
  if (!open && whole) return <Folded person={person} onOpen={reopen} />;
  return (
    <section className={styles.open} aria-label={t('person.title')} {...leaving}>
      <h2>{t('person.title')}</h2>
      <PersonFields
        person={person}
        faults={faults}
        fresh={!phone && person.name === ''}
        onChange={onChange}
      />
    </section>
  );
};
