import type { JSX } from 'react';
import type { StayView } from '#modules/stay/contract.ts';
import { useSignedIn } from '#web/api/session.ts';
import { Panel } from '#web/design/Panel.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Relative } from './Relative.tsx';

/** Who may ask a relative along: the house and the practice. */
const MAY: readonly string[] = ['gp', 'gp-assistant', 'ward', 'elderly-doctor'];

/** On the page of a stay: the relative who reads along with plan, agreements and next step. */
export const FamilyPanel = ({ stay }: { stay: StayView }): JSX.Element | null => {
  const t = useText('family');
  const { actor, mode } = useSignedIn();
  const { person, treats } = stay;
  if (person === null || !treats || !MAY.includes(actor.role)) return null;
  return (
    <Panel title={t('panel')}>
      <Relative path={`/api/v1/persons/${person.id}/family`} own={false} practice={mode === 'practice'} />
    </Panel>
  );
};
