import { type JSX, useState } from 'react';
import { type Day, plusDays } from '#kernel/calendar.ts';
import type { StayView } from '#modules/stay/contract.ts';
import { BARRIER_CODES, BARRIER_OWNERS, type BarrierCode, type BarrierOwner } from '#modules/stay/types.ts';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useStayWords } from '#web/rooms/stay/use-stay-words.ts';
import { PartForm } from './PartForm.tsx';
import styles from './parts.module.css';
import type { StayActs } from './use-stay-acts.ts';
import { useToday } from './use-today.ts';

type Barrier = StayView['barriers'][number];

/** Who usually works on it. */
const USUAL_OWNER: Readonly<Record<BarrierCode, BarrierOwner>> = {
  'home-adjustment': 'municipality',
  'wlz-decision': 'ciz',
  'home-care': 'home-care',
  wmo: 'municipality',
  carer: 'carer',
  'place-elsewhere': 'care-office',
  aids: 'supplier',
  medical: 'doctor',
  other: 'ward',
};

/** In so many days something in the way should be gone, unless somebody says otherwise. */
const USUAL_DAYS = 5;

interface Draft {
  readonly code: BarrierCode;
  readonly owner: BarrierOwner;
  readonly ownerName: string;
  readonly note: string;
  readonly due: Day;
}

const draftOf = (barrier: Barrier | null, codes: readonly BarrierCode[], today: Day): Draft => {
  if (barrier !== null) return { ...barrier, ownerName: barrier.ownerName ?? '' };
  const [code = 'other'] = codes;
  return { code, owner: USUAL_OWNER[code], ownerName: '', note: '', due: plusDays(today, USUAL_DAYS) };
};

/** What else can stand in the way: each thing once, and something else as often as needed. */
const codesLeft = ({ barriers }: StayView): BarrierCode[] =>
  BARRIER_CODES.filter(
    (code) => code === 'other' || !barriers.some((each) => each.code === code && each.solvedDay === null),
  );

const usePressed = (stay: StayView, barrier: Barrier | null, acts: StayActs, onDone: () => void) => {
  const t = useText('stay');
  const words = useStayWords();
  return async (draft: Draft): Promise<void> => {
    const { code, owner, note, due } = draft;
    const body = { owner, note, due, ownerName: draft.ownerName.trim() === '' ? null : draft.ownerName };
    const what = words.barrier(draft);
    const known = new Set(stay.barriers.map(({ id }) => id));
    const done =
      barrier === null
        ? await acts.act({
            path: 'barriers',
            body: { ...body, code },
            done: t('barriers.added', { what }),
            undo: ({ barriers }) => {
              const made = barriers.find(({ id }) => !known.has(id));
              return made === undefined
                ? null
                : { path: `barriers/${made.id}/solve`, body: {}, version: made.version };
            },
          })
        : await acts.act({
            path: `barriers/${barrier.id}/change`,
            body,
            version: barrier.version,
            done: t('barriers.changed', { what }),
            undo: ({ barriers }) => {
              const { owner: who, ownerName, note: said, due: by } = barrier;
              const after = barriers.find(({ id }) => id === barrier.id);
              const before = { owner: who, ownerName, note: said, due: by };
              return after === undefined
                ? null
                : { path: `barriers/${barrier.id}/change`, body: before, version: after.version };
            },
          });
    if (done) onDone();
  };
};

/** Something in the way: what, who works on it, and by when it should be gone. */
export const BarrierForm = ({
  stay,
  barrier,
  acts,
  onDone,
}: {
  stay: StayView;
  /** Null: a new one. */
  barrier: Barrier | null;
  acts: StayActs;
  onDone: () => void;
}): JSX.Element => {
  const t = useText('stay');
  const words = useStayWords();
  const codes = codesLeft(stay);
  const today = useToday(stay.zone);
  const [draft, setDraft] = useState(draftOf(barrier, codes, today));
  const [asked, setAsked] = useState(false);
  const earliest = barrier?.since ?? today;
  const early = draft.due < earliest ? t('barriers.early', { day: words.day(earliest) }) : null;
  const change = (part: Partial<Draft>): void => setDraft({ ...draft, ...part });
  const press = usePressed(stay, barrier, acts, onDone);
  return (
    <PartForm
      acts={acts}
      act={t(barrier === null ? 'barriers.add' : 'form.keep')}
      {...(barrier === null ? {} : { now: words.waits(barrier) })}
      onSend={() => {
        setAsked(true);
        if (early === null) void press(draft);
      }}
      onStop={onDone}
    >
      {barrier === null && (
        <div>
          <p className={styles.label}>{t('barriers.what')}</p>
          <ChipToggles<BarrierCode>
            label={t('barriers.what')}
            one
            chips={codes.map((value) => ({ value, label: t(`barrier.${value}`) }))}
            values={[draft.code]}
            onChange={([code = draft.code]) => change({ code, owner: USUAL_OWNER[code] })}
          />
        </div>
      )}
      <div>
        <p className={styles.label}>{t('barriers.owner')}</p>
        <ChipToggles<BarrierOwner>
          label={t('barriers.owner')}
          one
          chips={BARRIER_OWNERS.map((value) => ({ value, label: t(`owner.${value}`) }))}
          values={[draft.owner]}
          onChange={([owner = draft.owner]) => change({ owner })}
        />
      </div>
      <div className={styles.fields}>
        <TextField
          label={t('barriers.due')}
          type="date"
          required
          value={draft.due}
          error={(asked ? early : null) ?? acts.wrong('due')}
          onChange={(event) => change({ due: event.currentTarget.value })}
        />
        <TextField
          label={t('barriers.ownerName')}
          maxLength={100}
          autoComplete="off"
          value={draft.ownerName}
          error={acts.wrong('ownerName')}
          onChange={(event) => change({ ownerName: event.currentTarget.value })}
        />
        <TextField
          label={t('barriers.note')}
          maxLength={300}
          autoComplete="off"
          value={draft.note}
          error={acts.wrong('note')}
          onChange={(event) => change({ note: event.currentTarget.value })}
        />
      </div>
    </PartForm>
  );
};
