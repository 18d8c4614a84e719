import { type JSX, useState } from 'react';
import type { StaffNurse } from '#modules/day-treatment/contract.ts';
import { Button } from '#web/design/Button.tsx';
import { cx } from '#web/design/cx.ts';
import { Icon } from '#web/design/Icon.tsx';
import { useText } from '#web/i18n/texts.ts';
import { AwayForm } from './AwayForm.tsx';
import { NurseForm } from './NurseForm.tsx';
import styles from './Nurses.module.css';
import { proofOn } from './rota.ts';
import type { RotaActs } from './use-rota-acts.ts';
import { useStaffWords } from './use-staff-words.ts';

const Proofs = ({ nurse, today }: { nurse: StaffNurse; today: string }): JSX.Element => {
  const t = useText('day-staff');
  const words = useStaffWords();
  return (
    <ul className={styles.proofs}>
      {nurse.competences.length === 0 && <li className={styles.over}>{t('proof.none')}</li>}
      {nurse.competences.map(({ competence, validUntil }) => {
        const { standing } = proofOn(validUntil, today);
        const runsOut = words.proof(validUntil, today);
        return (
          <li key={competence} className={cx(standing !== 'good' && styles[standing])}>
            {standing === 'good' && <Icon name="check" size={14} />}
            {standing === 'soon' && <Icon name="triangle-alert" size={14} />}
            {standing === 'over' && <Icon name="ban" size={14} />}
            {t('proof.line', { competence: t(`competence.${competence}`), date: words.date(validUntil) })}
            {runsOut !== null && <b>{runsOut}</b>}
          </li>
        );
      })}
    </ul>
  );
};

const AwayLines = ({
  nurse,
  keeps,
  today,
  acts,
}: {
  nurse: StaffNurse;
  keeps: boolean;
  today: string;
  acts: RotaActs;
}): JSX.Element => {
  const t = useText('day-staff');
  const words = useStaffWords();
  return (
    <ul className={styles.away}>
      {nurse.away.map((away) => {
        const from = away.from > today ? away.from : today;
        return (
          <li key={away.id}>
            <Icon name="calendar-off" size={14} />
            <b>{words.away(away)}</b>
            {keeps && (
              <Button
                size="small"
                busy={acts.busy}
                label={t('away.backOf', { name: nurse.name, away: words.away(away) })}
                onPress={() =>
                  void acts.back(nurse, away, from, t('away.backDone', { initials: nurse.initials }))
                }
              >
                {t(away.from > today ? 'away.cancel' : 'away.back')}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
};

/** One nurse: what they may do until when, when they are away, and to say so. */
export const NurseCard = ({
  nurse,
  keeps,
  today,
  acts,
}: {
  nurse: StaffNurse;
  keeps: boolean;
  today: string;
  acts: RotaActs;
}): JSX.Element => {
  const t = useText('day-staff');
  const [asked, setAsked] = useState<'away' | 'change' | null>(null);
  const turn = (part: 'away' | 'change') => (): void => setAsked(asked === part ? null : part);
  return (
    <li className={styles.nurse}>
      <div className={styles.head}>
        <h3>
          <span className={styles.initials}>{nurse.initials}</span>
          {nurse.name}
        </h3>
        {keeps && (
          <div className={styles.acts}>
            <Button
              icon="calendar-off"
              expanded={asked === 'away'}
              label={t('away.askOf', { name: nurse.name })}
              onPress={turn('away')}
            >
              {t('away.ask')}
            </Button>
            <Button
              icon="pencil"
              expanded={asked === 'change'}
              label={t('nurse.changeOf', { name: nurse.name })}
              onPress={turn('change')}
            >
              {t('nurse.change')}
            </Button>
          </div>
        )}
      </div>
      <Proofs nurse={nurse} today={today} />
      <AwayLines nurse={nurse} keeps={keeps} today={today} acts={acts} />
      {asked === 'away' && <AwayForm nurse={nurse} today={today} acts={acts} onDone={() => setAsked(null)} />}
      {asked === 'change' && <NurseForm unitId={nurse.unitId} nurse={nurse} onDone={() => setAsked(null)} />}
    </li>
  );
};
