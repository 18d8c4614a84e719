import { type JSX, useRef, useState } from 'react';
import { ageBand } from '#kernel/age-band.ts';
import { localDay } from '#kernel/calendar.ts';
import { useNow } from '#web/api/clock.ts';
import { Button } from '#web/design/Button.tsx';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { Icon } from '#web/design/Icon.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { useText } from '#web/i18n/texts.ts';
import { REGION_ZONE } from '#web/i18n/time.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { TriageQuestion } from '#web/rooms/placement/triage/TriageQuestion.tsx';
import { productShort } from '#web/rooms/placement/words.ts';
import { usePhone } from '#web/shell/use-phone.ts';
import type { Draft } from './draft.ts';
import styles from './Form.module.css';
import { useFocusOnFault } from './field.ts';
import { MarksQuestion, RemarksQuestion } from './MarksQuestion.tsx';
import { PersonPanel } from './PersonPanel.tsx';
import { personFaults, readDay } from './person.ts';
import {
  type AskedFrom,
  HeavyQuestion,
  PhoneQuestion,
  WhenQuestion,
  WhyQuestion,
  WishQuestion,
} from './Questions.tsx';
import { RunningNotice } from './RunningNotice.tsx';
import type { RequestInHand } from './use-request.ts';

/** What the houses get to see before they say yes, in the words they will read. */
const WithoutName = ({ request }: { request: RequestInHand }): JSX.Element | null => {
  const t = useText('request');
  const words = useText('design');
  const format = useFormat();
  const today = localDay(useNow('minute'), REGION_ZONE);
  const { draft, found, chosen } = request;
  const day = readDay(draft.person.birthDate);
  if (day === null || draft.person.sex === null || personFaults(draft.person, today).length > 0) return null;
  const seen = [
    words(`profile.sex.${draft.person.sex}`).toLowerCase(),
    ageBand(day, today).replace('-', '–'),
    ...(found === undefined ? [] : [productShort(found.product)]),
    ...(chosen === null || chosen.km === null
      ? []
      : [t('unnamed.away', { distance: format.distance(chosen.km) })]),
  ];
  return (
    <Notice
      kind="plain"
      title={
        <>
          {t('unnamed.title')}{' '}
          <span className={styles.note}>{t('unnamed.line', { seen: seen.join(', ') })}</span>
        </>
      }
    />
  );
};

const ORIGINS = ['home', 'hospital', 'emergency', 'other'] as const;

/** Where the person is now; a practice never needs to say it, a hospital and the desk do. */
const WhereNow = ({ request: { draft, change } }: { request: RequestInHand }): JSX.Element => {
  const t = useText('request');
  return (
    <div className={styles.where}>
      <span aria-hidden="true">{t('where.title')}</span>
      <ChipToggles<Draft['origin']>
        label={t('where.title')}
        one
        shape="box"
        chips={ORIGINS.map((value) => ({ value, label: t(`where.${value}`) }))}
        values={[draft.origin]}
        onChange={([origin]) => change({ origin: origin ?? draft.origin })}
      />
    </div>
  );
};

const Answered = ({ draft, onChange }: { draft: Draft; onChange: () => void }): JSX.Element => {
  const t = useText('request');
  const answers = [
    ...(draft.reason === null ? [] : [t(`why.${draft.reason}`)]),
    ...(draft.weight === null ? [] : [t(`heavy.${draft.weight}`)]),
    draft.when === 'date' ? draft.day : t(`when.${draft.when}`),
  ];
  return (
    <div className={styles.answered}>
      <ul aria-label={t('answered')}>
        {answers.map((answer) => (
          <li key={answer}>
            <Icon name="check" size={14} />
            {answer}
          </li>
        ))}
      </ul>
      <Button look="quiet" onPress={onChange}>
        {t('change')}
      </Button>
    </div>
  );
};

/** The three choices; on a phone an answered one becomes a chip and the next question gets the focus. */
const Choices = ({ request, from }: { request: RequestInHand; from: AskedFrom }): JSX.Element => {
  const phone = usePhone();
  const t = useText('request');
  const [changing, setChanging] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const { draft, faults } = request;
  const change = (part: Partial<Draft>): void => {
    request.change(part);
    if (phone && !changing) {
      requestAnimationFrame(() =>
        box.current?.querySelector<HTMLElement>('[role="radiogroup"], button')?.focus(),
      );
    }
  };
  const asking = { draft, faults, change };
  const all = !phone || changing;
  const collapsed = phone && !changing && (draft.reason !== null || draft.weight !== null);
  return (
    <div ref={box} className={styles.questions}>
      {collapsed && <Answered draft={draft} onChange={() => setChanging(true)} />}
      {(all || draft.reason === null) && <WhyQuestion {...asking} from={from} />}
      {(all || draft.weight === null) && <HeavyQuestion {...asking} />}
      {(all || !collapsed || (draft.when === 'date' && draft.day === '')) && <WhenQuestion {...asking} />}
      {changing && phone && (
        <Button wide onPress={() => setChanging(false)}>
          {t('done')}
        </Button>
      )}
    </div>
  );
};

const Faults = ({ faults }: { faults: RequestInHand['faults'] }): JSX.Element | null => {
  const t = useText('request');
  if (faults.length < 2) return null;
  return (
    <div className={styles.faults} role="alert">
      <p>{t('fault.several', { count: faults.length })}</p>
      <ul>
        {faults.map(({ field, code }) => (
          <li key={field}>{t(`fault.${field}.${code}`)}</li>
        ))}
      </ul>
    </div>
  );
};

/** What may stay empty; on a phone behind one line, so that the places come sooner. */
const MayBeEmpty = ({ request }: { request: RequestInHand }): JSX.Element => {
  const t = useText('request');
  const asking = { draft: request.draft, faults: request.faults, change: request.change };
  return (
    <details className={styles.empty} open={asking.draft.wish !== '' || asking.draft.remarks !== ''}>
      <summary>{t('wishAndRemarks')}</summary>
      <div className={styles.questions}>
        <WishQuestion {...asking} />
        <RemarksQuestion {...asking} />
      </div>
    </details>
  );
};

/** The left half: for whom, three choices, and what else a house must know. */
export const RequestForm = ({ request, from }: { request: RequestInHand; from: AskedFrom }): JSX.Element => {
  const phone = usePhone();
  const { draft, faults, change, tries } = request;
  const asking = { draft, faults, change };
  useFocusOnFault(tries, faults[0]?.field);
  return (
    <form className={styles.form} onSubmit={(event) => event.preventDefault()} noValidate>
      <Faults faults={faults} />
      <PersonPanel
        person={draft.person}
        faults={faults}
        onChange={(person) => change({ person, second: false })}
      />
      <RunningNotice request={request} />
      {!phone && <WithoutName request={request} />}
      {from !== 'practice' && <WhereNow request={request} />}
      <Choices request={request} from={from} />
      <TriageQuestion draft={draft} change={change} />
      {phone ? (
        <>
          <MarksQuestion {...asking} />
          <PhoneQuestion {...asking} />
          <MayBeEmpty request={request} />
        </>
      ) : (
        <>
          <div className={styles.pair}>
            <PhoneQuestion {...asking} />
            <WishQuestion {...asking} />
          </div>
          <MarksQuestion {...asking} />
          <RemarksQuestion {...asking} />
        </>
      )}
    </form>
  );
};
