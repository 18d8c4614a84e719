import type { JSX } from 'react';
import type { HandoverAnswer, StayView } from '#modules/stay/contract.ts';
import { useRead } from '#web/api/queries.ts';
import { ButtonLink } from '#web/design/Button.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { useText } from '#web/i18n/texts.ts';
import styles from './Handover.module.css';
import { HandoverCard } from './HandoverCard.tsx';

/** The handover of a stay: to who goes on, and what came along with the arrival. */
export const HandoverPanel = ({ stay }: { stay: StayView }): JSX.Element | null => {
  const t = useText('patient-handover');
  const read = useRead<HandoverAnswer>(`/api/v1/stays/${stay.id}/handover`, ['stay', 'handover']);
  const answer = read.isPlaceholderData ? undefined : read.data?.body;
  if (answer === undefined) return null;
  const { handover, came, handed } = answer;
  if (handover === null && came === null && handed === null) return null;
  return (
    <Panel title={t('title')}>
      <div className={styles.lines}>
        {handover !== null && stay.destination !== 'died' && <HandoverCard handover={handover} />}
        {handover === null && handed !== null && <p>{t(`handed.${handed.state}`, { to: handed.to })}</p>}
        {came !== null && (
          <p>
            <ButtonLink to={`/overdracht/${came}`} look="quiet">
              {t('card.came')}
            </ButtonLink>
          </p>
        )}
      </div>
    </Panel>
  );
};
