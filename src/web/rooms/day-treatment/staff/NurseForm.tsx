import { type JSX, useState } from 'react';
import type { StaffNurse } from '#modules/day-treatment/contract.ts';
import { COMPETENCES, type Competence } from '#modules/day-treatment/types.ts';
import { Button } from '#web/design/Button.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import styles from './Nurses.module.css';
import { useNurse } from './use-nurse.ts';

type Proofs = Readonly<Record<Competence, string>>;

const proofsOf = (nurse: StaffNurse | null): Proofs => {
  const until = (competence: Competence): string =>
    nurse?.competences.find((each) => each.competence === competence)?.validUntil ?? '';
  return Object.fromEntries(COMPETENCES.map((competence) => [competence, until(competence)])) as Proofs;
};

/** Whoever works here no more is on no rota from today: that is asked first, for it does not come back by itself. */
const AskEnd = ({
  nurse,
  busy,
  onEnd,
}: {
  nurse: StaffNurse;
  busy: boolean;
  onEnd: () => void;
}): JSX.Element => {
  const t = useText('day-staff');
  const [asked, setAsked] = useState(false);
  return (
    <div>
      {!asked && (
        <Button look="quiet" onPress={() => setAsked(true)}>
          {t('nurse.end')}
        </Button>
      )}
      {asked && (
        <div className={styles.end}>
          <p>{t('nurse.endAsk', { name: nurse.name })}</p>
          <div className={styles.acts}>
            <Button busy={busy} onPress={onEnd}>
              {t('nurse.endDo')}
            </Button>
            <Button look="quiet" onPress={() => setAsked(false)}>
              {t('nurse.endKeep')}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
};

/** Name, initials, and until when each competence is proven; an empty day: not proven. */
export const NurseForm = ({
  unitId,
  nurse,
  onDone,
}: {
  unitId: string;
  nurse: StaffNurse | null;
  onDone: () => void;
}): JSX.Element => {
  const t = useText('day-staff');
  const [name, setName] = useState(nurse?.name ?? '');
  const [initials, setInitials] = useState(nurse?.initials ?? '');
  const [proofs, setProofs] = useState(() => proofsOf(nurse));
  const { busy, problem, add, change } = useNurse(unitId);
  const said = {
    name,
    initials,
    competences: COMPETENCES.filter((competence) => proofs[competence] !== '').map((competence) => ({
      competence,
      validUntil: proofs[competence],
    })),
  };
  const keep = async (ended: boolean): Promise<void> => {
    const done = t(ended ? 'nurse.ended' : 'nurse.kept', { name });
    const went = nurse === null ? await add(said, done) : await change(nurse, { ...said, ended }, done);
    if (went) onDone();
  };
  return (
    <form
      className={styles.form}
      noValidate
      aria-label={nurse === null ? t('nurses.add') : t('nurse.changeOf', { name: nurse.name })}
      onSubmit={(event) => {
        event.preventDefault();
        void keep(false);
      }}
    >
      <div className={styles.fields}>
        <TextField
          label={t('nurse.name')}
          autoComplete="off"
          maxLength={100}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <TextField
          label={t('nurse.initials')}
          hint={t('nurse.initialsHint')}
          autoComplete="off"
          maxLength={4}
          value={initials}
          onChange={({ target }) => setInitials(target.value)}
        />
      </div>
      <fieldset>
        <legend>{t('nurse.proofs')}</legend>
        <div className={styles.fields}>
          {COMPETENCES.map((competence) => (
            <TextField
              key={competence}
              label={t(`competence.${competence}`)}
              type="date"
              value={proofs[competence]}
              onChange={({ target }) => setProofs({ ...proofs, [competence]: target.value })}
            />
          ))}
        </div>
      </fieldset>
      <Refused problem={problem} />
      <div className={styles.acts}>
        <Button submit look="primary" busy={busy}>
          {t(busy ? 'busy' : 'nurse.save')}
        </Button>
        <Button look="quiet" onPress={onDone}>
          {t('stop')}
        </Button>
      </div>
      {nurse !== null && <AskEnd nurse={nurse} busy={busy} onEnd={() => void keep(true)} />}
    </form>
  );
};
