import type { JSX } from 'react';
import type { RequestView } from '#modules/placement/contract.ts';
import { Notice } from '#web/design/Notice.tsx';
import { useText } from '#web/i18n/texts.ts';
import type { Receiver } from '#web/rooms/people/consent/ConsentForm.tsx';
import { ConsentPanel } from '#web/rooms/people/consent/ConsentPanel.tsx';

/** Every house that was asked, once. */
const askedHouses = ({ offers }: RequestView): Receiver[] => [
  ...new Map(
    offers.map(({ organisationId, organisation }) => [organisationId, { organisationId, organisation }]),
  ).values(),
];

/** With whom the name goes along: the consents for who knows the person, and for who must wait that it follows. */
export const Sharing = ({ request }: { request: RequestView }): JSX.Element | null => {
  const t = useText('facts');
  const { person, awaitsConsent } = request;
  if (person !== null)
    return (
      <ConsentPanel
        key={request.id}
        personId={person.id}
        awaits={awaitsConsent}
        receivers={askedHouses(request)}
      />
    );
  if (awaitsConsent.length === 0) return null;
  return (
    <Notice kind="plain" icon="eye-off" title={t('follows.title')}>
      {t('follows.line')}
    </Notice>
  );
};
