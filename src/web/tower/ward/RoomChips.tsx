import type { JSX } from 'react';
import { COHORT_WORDS, COHORTS, ROOM_SEX_WORDS, ROOM_SEXES } from '#kernel/limits.ts';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { useText } from '#web/i18n/texts.ts';
import { inWords } from '#web/rooms/placement/words.ts';
import styles from './BedCard.module.css';
import type { CardParts } from './card-parts.ts';

const NONE = 'none';

/** For whom the room of this bed is from now on, one tap. Who lies there stays; the search believes it at once. */
export const RoomChips = ({ bed, acts, onDone }: CardParts): JSX.Element | null => {
  const t = useText('ward');
  const { room } = bed;
  if (room === null) return null;
  const turn = (to: Pick<typeof room, 'sex' | 'cohort'>): void => {
    const whom = inWords(to.cohort === null ? ROOM_SEX_WORDS[to.sex] : COHORT_WORDS[to.cohort]);
    onDone(acts.turnRoom(room, to, t('done.room', { code: room.code, whom })));
  };
  return (
    <div className={styles.room}>
      <p className={styles.ask}>{t('room.for', { code: room.code })}</p>
      <ChipToggles
        label={t('room.for', { code: room.code })}
        one
        shape="joined"
        chips={ROOM_SEXES.map((value) => ({ value, label: inWords(ROOM_SEX_WORDS[value]) }))}
        values={[room.sex]}
        onChange={([sex]) => turn({ sex: sex ?? room.sex, cohort: room.cohort })}
      />
      <p className={styles.cohort}>{t('room.cohort')}</p>
      <ChipToggles<(typeof COHORTS)[number] | typeof NONE>
        label={t('room.cohort')}
        one
        chips={[
          { value: NONE, label: t('room.noCohort') },
          ...COHORTS.map((value) => ({ value, label: inWords(COHORT_WORDS[value]) })),
        ]}
        values={[room.cohort ?? NONE]}
        onChange={([cohort]) =>
          turn({ sex: room.sex, cohort: cohort === undefined || cohort === NONE ? null : cohort })
        }
      />
    </div>
  );
};
