import type { JSX } from 'react';
import { useSignedIn } from '#web/api/session.ts';
import { ButtonLink } from '#web/design/Button.tsx';
import { useText } from '#web/i18n/texts.ts';

/** Who may press it; the server decides each time again. */
export const PRESSING = ['gp', 'elderly-doctor', 'transfer-nurse', 'ward'];

/** Where something is not there, or is not yours: a quiet way for who treats somebody now. It says nothing of what is there. */
export const EmergencyDoor = (): JSX.Element | null => {
  const t = useText('emergency');
  const { actor } = useSignedIn();
  return PRESSING.includes(actor.role) ? (
    <div>
      <ButtonLink to="/noodknop" look="quiet" icon="siren">
        {t('door')}
      </ButtonLink>
    </div>
  ) : null;
};
