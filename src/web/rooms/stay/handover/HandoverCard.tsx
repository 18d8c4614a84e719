import { useNavigate } from '@tanstack/react-router';
import type { JSX } from 'react';
import type { HandoverView } from '#modules/stay/contract.ts';
import { Button, ButtonLink } from '#web/design/Button.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { inWords } from '#web/rooms/placement/words.ts';
import styles from './Handover.module.css';
import { HandoverStanding } from './HandoverStanding.tsx';
import { useAct } from './use-act.ts';
import { actOn, placeOf } from './use-handover.ts';

/** What is missing, in words, before anybody opens it. */
const Lacks = ({ handover }: { handover: HandoverView }): JSX.Element => {
  const t = useText('patient-handover');
  const { missing, sections } = handover;
  const titles = sections.filter(({ code }) => missing.includes(code)).map(({ title }) => inWords(title));
  if (missing.length === 0) return <p className={styles.quiet}>{t('missing.complete')}</p>;
  return (
    <p>
      <b className={styles.lacks}>{t('missing.title', { count: missing.length })}</b> {titles.join(', ')}
    </p>
  );
};

/** How far the handover is, what is missing, and the one thing to do. Begun by the first press; what is known stands in it. */
export const HandoverCard = ({ handover }: { handover: HandoverView }): JSX.Element => {
  const t = useText('patient-handover');
  const navigate = useNavigate();
  const acting = useAct();
  const { id, state, own } = handover;
  const begin = async (): Promise<void> => {
    const done = await acting.run(() => actOn('PUT', placeOf(handover), {}, handover.version));
    if (done?.id != null) void navigate({ to: `/overdracht/${done.id}` });
  };
  const fresh = id === null || (own && state === 'revoked');
  return (
    <div className={styles.lines}>
      {id !== null && <HandoverStanding handover={handover} />}
      {own && (state === 'draft' || state === 'sent') && <Lacks handover={handover} />}
      <div className={styles.acts}>
        {fresh ? (
          <Button look="primary" busy={acting.busy} onPress={() => void begin()}>
            {t('card.begin')}
          </Button>
        ) : (
          <ButtonLink to={`/overdracht/${id}`} look={state === 'received' ? 'secondary' : 'primary'}>
            {t(own && state === 'draft' ? 'card.write' : 'card.open')}
          </ButtonLink>
        )}
      </div>
      <Refused problem={acting.problem} />
    </div>
  );
};
