import type { JSX } from 'react';
import type { RequestView } from '#modules/placement/contract.ts';
import type { HandoverAnswer } from '#modules/stay/contract.ts';
import { useRead } from '#web/api/queries.ts';
import { useSignedIn } from '#web/api/session.ts';
import { Panel } from '#web/design/Panel.tsx';
import { useText } from '#web/i18n/texts.ts';
import { HandoverCard } from './HandoverCard.tsx';

/** The handover that goes along with a request, for who asked: written from now on, sent once a house says yes. */
export const RequestHandover = ({ request }: { request: RequestView }): JSX.Element | null => {
  const t = useText('patient-handover');
  const { actor } = useSignedIn();
  const asked = actor.organisation.id === request.referrer.organisationId && request.person !== null;
  const open = asked && request.state !== 'closed';
  const read = useRead<HandoverAnswer>(open ? `/api/v1/requests/${request.id}/handover` : null, [
    'stay',
    'handover',
    'request',
  ]);
  const handover = read.isPlaceholderData ? null : (read.data?.body.handover ?? null);
  if (!open || handover === null) return null;
  return (
    <Panel title={t('title')}>
      <HandoverCard handover={handover} />
    </Panel>
  );
};
