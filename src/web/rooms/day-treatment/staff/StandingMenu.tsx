import type { JSX } from 'react';
import type { StaffHalfDay, StaffNurse } from '#modules/day-treatment/contract.ts';
import { ABSENT, type Absent } from '#modules/day-treatment/types.ts';
import { Button } from '#web/design/Button.tsx';
import { useFocusBack } from '#web/design/use-focus-back.ts';
import { useText } from '#web/i18n/texts.ts';
import { standingOf, turned } from './rota.ts';
import styles from './Staff.module.css';
import type { RotaActs } from './use-rota-acts.ts';
import { useStaffWords } from './use-staff-words.ts';

/** What can be said of somebody who is on the rota of one half-day. Longer than that is said at the nurse. */
export const StandingMenu = ({
  halfDay,
  nurse,
  keeps,
  acts,
  onDone,
}: {
  halfDay: StaffHalfDay;
  nurse: StaffNurse;
  keeps: boolean;
  acts: RotaActs;
  onDone: () => void;
}): JSX.Element => {
  const t = useText('day-staff');
  const words = useStaffWords();
  useFocusBack();
  const standing = standingOf(halfDay, nurse.id);
  const was: Absent | null = standing === 'there' || standing === 'off' ? null : standing;
  const named = { initials: nurse.initials, halfDay: words.halfDay(halfDay) };
  const tell = (why: Absent | null): void => {
    const done =
      why === null ? t('done.back', named) : t('done.absent', { ...named, why: t(`standing.${why}`) });
    void acts.absent(halfDay, { id: nurse.id, was, why }, done);
    onDone();
  };
  const takeOut = (): void => {
    void acts.set([halfDay], [turned(halfDay, nurse.id)], t('done.out', named));
    onDone();
  };
  return (
    <div className={styles.menu}>
      <b>{t('menu.title', { name: nurse.name, halfDay: words.halfDay(halfDay) })}</b>
      <div className={styles.acts}>
        {was !== null && (
          <Button icon="check" onPress={() => tell(null)}>
            {t('menu.back')}
          </Button>
        )}
        {ABSENT.filter((why) => why !== was).map((why) => (
          <Button key={why} onPress={() => tell(why)}>
            {t(`standing.${why}`)}
          </Button>
        ))}
        {keeps && (
          <Button icon="x" onPress={takeOut}>
            {t('menu.out')}
          </Button>
        )}
      </div>
    </div>
  );
};
