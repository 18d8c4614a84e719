import { type FormEvent, type JSX, useEffect, useRef, useState } from 'react';
import type { StayView } from '#modules/stay/contract.ts';
import { KINDS, type ObservationKind, SEEN_BY, type SeenBy } from '#modules/stay/types.ts';
import { serverNow } from '#web/api/clock.ts';
import { useSignedIn } from '#web/api/session.ts';
import { Button } from '#web/design/Button.tsx';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { TextArea } from '#web/design/TextArea.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useFocusBack } from '#web/design/use-focus-back.ts';
import { useText } from '#web/i18n/texts.ts';
import { typedMoment } from '#web/i18n/typed-moment.ts';
import { useKeys } from '#web/shell/acts.ts';
import { bodyOf, type Draft, emptyDraft, type Wrongs, wrongsOf } from './draft.ts';
import { KindFields } from './KindFields.tsx';
import { MedicationForm } from './MedicationForm.tsx';
import { SaveOrStop } from './SaveOrStop.tsx';
import styles from './Seen.module.css';
import type { ObservationActs } from './use-observations.ts';

type Chosen = ObservationKind | 'medication';

/** Who saw it in this house a moment ago, sees the next thing too. */
let lastSeer: SeenBy | null = null;

/** Who saw it, and when: usually who writes, now. */
const WhoAndWhen = ({
  draft,
  wrongs,
  zone,
  onChange,
}: {
  draft: Draft;
  wrongs: Wrongs;
  zone: string;
  onChange: (change: Partial<Draft>) => void;
}): JSX.Element => {
  const t = useText('observation');
  const { actor } = useSignedIn();
  const said = (field: string): string | null =>
    wrongs[field] === undefined ? null : t(`wrong.${wrongs[field].says}`, wrongs[field].blanks);
  return (
    <div className={styles.whoWhen}>
      <div>
        <p className={styles.label}>{t('observe.seenBy')}</p>
        <ChipToggles<SeenBy>
          label={t('observe.seenBy')}
          one
          chips={SEEN_BY.map((value) => ({ value, label: t(`seenBy.${value}`) }))}
          values={[draft.seenBy]}
          onChange={([seenBy = 'nurse']) => onChange({ seenBy, name: '' })}
        />
      </div>
      <TextField
        label={t(draft.seenBy === 'family' ? 'observe.familyName' : 'observe.name')}
        value={draft.name}
        placeholder={draft.seenBy === 'family' ? '' : actor.name}
        maxLength={100}
        autoComplete="off"
        error={said('name')}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      {draft.when === null ? (
        <Button
          size="small"
          look="quiet"
          icon="clock"
          onPress={() => onChange({ when: typedMoment(serverNow(), zone) })}
        >
          {t('observe.otherMoment')}
        </Button>
      ) : (
        <TextField
          label={t('observe.when')}
          type="datetime-local"
          value={draft.when}
          error={said('when')}
          onChange={(event) => onChange({ when: event.currentTarget.value })}
        />
      )}
    </div>
  );
};

const usualSeer = (role: string): SeenBy => lastSeer ?? (role === 'elderly-doctor' ? 'doctor' : 'nurse');

const useDraft = (kind: ObservationKind, stay: StayView) => {
  const { actor } = useSignedIn();
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(kind, usualSeer(actor.role), ''));
  const [tried, setTried] = useState(false);
  const within = (): Parameters<typeof wrongsOf>[1] => ({
    zone: stay.zone,
    arrivedAt: Date.parse(stay.arrivedAt),
    now: serverNow(),
  });
  return {
    draft,
    wrongs: tried ? wrongsOf(draft, within()) : {},
    change: (part: Partial<Draft>): void => setDraft((before) => ({ ...before, ...part })),
    /** Null when something is wrong; then each field says what. */
    ready: (): object | null => {
      setTried(true);
      return Object.keys(wrongsOf(draft, within())).length > 0 ? null : bodyOf(draft, stay.zone);
    },
  };
};

/** The fields of one kind, and who saw it when. */
const Sheet = ({
  kind,
  stay,
  acts,
  onClose,
}: {
  kind: ObservationKind;
  stay: StayView;
  acts: ObservationActs;
  onClose: () => void;
}): JSX.Element => {
  const t = useText('observation');
  const form = useRef<HTMLFormElement>(null);
  const { draft, wrongs, change, ready } = useDraft(kind, stay);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, textarea, button')?.focus();
  }, []);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (acts.busy) return;
    const body = ready();
    if (body === null) {
      // Where it goes wrong first, there one goes on.
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    lastSeer = draft.seenBy;
    if (await acts.observe(body, t('observe.said'))) onClose();
  };
  const textId = `text-${kind}`;
  return (
    <form ref={form} className={styles.form} noValidate onSubmit={(event) => void send(event)}>
      <KindFields draft={draft} wrongs={wrongs} onChange={change} />
      <div>
        <p id={textId} className={styles.label}>
          {t(wrongs['text'] === undefined ? 'observe.text' : 'observe.textNeeded')}
        </p>
        <TextArea
          labelledBy={textId}
          rows={2}
          maxLength={2000}
          value={draft.text}
          aria-invalid={wrongs['text'] !== undefined || undefined}
          onChange={(event) => change({ text: event.currentTarget.value })}
        />
      </div>
      <WhoAndWhen draft={draft} wrongs={wrongs} zone={stay.zone} onChange={change} />
      <SaveOrStop acts={acts} onStop={onClose} keys={['Ctrl+↵']} />
    </form>
  );
};

/** Writes down what was seen: what it is first, then only what belongs to it. */
export const ObserveForm = ({
  stay,
  acts,
  onClose,
}: {
  stay: StayView;
  acts: ObservationActs;
  onClose: () => void;
}): JSX.Element => {
  const t = useText('observation');
  const [kind, setKind] = useState<Chosen | null>(null);
  const box = useRef<HTMLDivElement>(null);
  useFocusBack();
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('button')?.focus();
  }, []);
  useKeys([{ keys: ['Escape'], does: t('observe.stop'), run: onClose, onlyKey: true }]);
  return (
    <div ref={box} className={styles.observe}>
      <p className={styles.label}>{t('observe.what')}</p>
      <ChipToggles<Chosen>
        label={t('observe.what')}
        one
        chips={[
          ...KINDS.map((value) => ({ value, label: t(`kind.${value}`) })),
          { value: 'medication', label: t('kind.medication') },
        ]}
        values={kind === null ? [] : [kind]}
        onChange={([chosen]) => setKind(chosen ?? null)}
      />
      {kind === null && (
        <p className={styles.buttons}>
          <Button look="quiet" onPress={onClose}>
            {t('observe.stop')}
          </Button>
        </p>
      )}
      {kind === 'medication' && <MedicationForm stay={stay} acts={acts} onClose={onClose} />}
      {kind !== null && kind !== 'medication' && (
        <Sheet key={kind} kind={kind} stay={stay} acts={acts} onClose={onClose} />
      )}
    </div>
  );
};
