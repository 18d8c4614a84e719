import type { JSX } from 'react';
import type { StayView } from '#modules/stay/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { AskFirst } from '#web/rooms/placement/AskFirst.tsx';
import styles from './Answer.module.css';
import type { Lacking } from './boxes.ts';
import type { Sending } from './use-sending.ts';

/** The last look before the letter goes: to whom, what is missing by name, and whether the talk must still come. */
export const SendAsk = ({
  stay,
  lacking,
  team,
  sending,
}: {
  stay: StayView;
  lacking: Lacking;
  team: StayView['meetings'][number] | null;
  sending: Sending;
}): JSX.Element => {
  const t = useText('observation');
  const format = useFormat();
  const now = useNow('minute');
  return (
    <div className={styles.ask}>
      <AskFirst
        title={t('send.title', {
          name: stay.person?.name ?? stay.code,
          gp: stay.gp?.name ?? t('send.noGp'),
        })}
        yes={t(sending.busy ? 'send.busy' : lacking.count === 0 ? 'send.yes' : 'send.anyway')}
        no={t('send.no')}
        busy={sending.busy}
        onYes={() => sending.send(lacking)}
        onNo={sending.leave}
      >
        {team !== null && <p>{t('send.team', { moment: format.moment(Date.parse(team.plannedAt), now) })}</p>}
        {lacking.count > 0 && (
          <>
            <p>{t('send.lacks')}</p>
            <ul className={styles.lackList}>
              {lacking.empty.map((box) => (
                <li key={box}>{t(`box.${box}`)}</li>
              ))}
              {lacking.unexplained.map(({ id, medicine }) => (
                <li key={id}>{t('send.unexplained', { medicine })}</li>
              ))}
            </ul>
          </>
        )}
      </AskFirst>
    </div>
  );
};
