import { type JSX, useState } from 'react';
import type { TeamView } from '#modules/capacity/contract.ts';
import { Age } from '#web/design/Age.tsx';
import { Button } from '#web/design/Button.tsx';
import { originOf } from '#web/design/figure.ts';
import { ProblemNotice } from '#web/design/ProblemNotice.tsx';
import { Stepper } from '#web/design/Stepper.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useTold } from '#web/rooms/capacity/use-told.ts';
import styles from './Teams.module.css';

/** What a team says now; what is not touched stays as it was told. */
interface Said {
  readonly free: number;
  readonly waitingDays: number | null;
  readonly closedUntil: string | null;
}

const saidOf = ({ free, waitingDays, closedUntil }: TeamView): Said => ({
  free: free ?? 0,
  waitingDays,
  closedUntil,
});

const daysOf = (text: string): number | null => (/^\d{1,3}$/.test(text.trim()) ? Number(text) : null);

/** With nobody more to help: how long one waits, or until when it is no. */
const WhenFull = ({
  said,
  onChange,
}: {
  said: Said;
  onChange: (change: Partial<Said>) => void;
}): JSX.Element => {
  const t = useText('teams');
  return (
    <div className={styles.full}>
      <TextField
        label={t('waitingDays')}
        hint={t('waitingHint')}
        inputMode="numeric"
        value={said.waitingDays ?? ''}
        onChange={({ target }) => onChange({ waitingDays: daysOf(target.value) })}
      />
      <TextField
        label={t('closedUntil')}
        type="date"
        value={said.closedUntil ?? ''}
        onChange={({ target }) => onChange({ closedUntil: target.value === '' ? null : target.value })}
      />
    </div>
  );
};

/** One team: its number with − and +, and one press that says it is right. */
export const TeamCard = ({ team }: { team: TeamView }): JSX.Element => {
  const t = useText('teams');
  const { busy, problem, tell } = useTold(['team']);
  const [changed, setChanged] = useState<Partial<Said>>({});
  const said: Said = { ...saidOf(team), ...changed };
  const same = team.free !== null && Object.keys(changed).length === 0;
  const change = (next: Partial<Said>): void => setChanged({ ...changed, ...next });
  const send = (): void => {
    const path = `/api/v1/teams/${team.id}`;
    const done = t('done', { team: team.name, count: said.free });
    // Who can help has no waiting list: that would tell two things at once.
    const body = said.free > 0 ? { free: said.free } : said;
    void tell(same ? `${path}/confirmations` : `${path}/count`, same ? {} : body, done).then((went) => {
      if (went) setChanged({});
    });
  };
  return (
    <li className={styles.team}>
      <div>
        <h2>{team.name}</h2>
        <p className={styles.where}>
          {t('where', {
            kind: t(`kind.${team.kind}`),
            neighbourhood: team.neighbourhood,
            pc4s: team.pc4s.join(', '),
          })}
        </p>
        <Age {...originOf(team.figure)} sourceWord />
      </div>
      <div className={styles.number}>
        <Stepper
          large
          label={t('free', { team: team.name })}
          value={said.free}
          onChange={(free) => change({ free })}
        />
        <Button
          look="primary"
          size="large"
          icon="check"
          busy={busy}
          label={
            same ? t('stillOf', { team: team.name }) : t('tellOf', { team: team.name, count: said.free })
          }
          onPress={send}
        >
          {busy ? t('busy') : same ? t('still') : t('tell', { count: said.free })}
        </Button>
      </div>
      {said.free === 0 && <WhenFull said={said} onChange={change} />}
      <ProblemNotice problem={problem} />
    </li>
  );
};
