import { useNavigate } from '@tanstack/react-router';
import type { JSX } from 'react';
import { type Session, useSignedIn } from '#web/api/session.ts';
import { useText } from '#web/i18n/texts.ts';
import { Screen } from '#web/shell/Screen.tsx';
import { usePhone } from '#web/shell/use-phone.ts';
import { emptyDraft } from './draft.ts';
import { Halves } from './Halves.tsx';
import type { AskedFrom } from './Questions.tsx';
import { RequestFoot } from './RequestFoot.tsx';
import { useBegun, useDraft } from './use-draft.ts';
import { usePersonTitle } from './use-person-title.ts';
import { useRequest } from './use-request.ts';
import { useSent } from './use-sent.ts';

const beginning = ({ actor }: Session): ReturnType<typeof emptyDraft> =>
  emptyDraft(actor.phone ?? '', actor.role === 'transfer-nurse' ? 'hospital' : 'home');

const askedFrom = ({ actor }: Session): AskedFrom => {
  if (actor.role === 'desk') return 'desk';
  return actor.role === 'transfer-nurse' ? 'hospital' : 'practice';
};

/** "Plek zoeken": six answers hold a bed. */
export const RequestPage = (): JSX.Element => {
  const t = useText('request');
  const phone = usePhone();
  const session = useSignedIn();
  const navigate = useNavigate();
  const inHand = useDraft('own');
  const { kept, restore } = inHand;
  const sent = useSent();
  const blank = beginning(session);
  useBegun(inHand, blank.phone, blank.origin);
  const request = useRequest(inHand, blank, (view) => {
    void navigate({ to: `/aanvragen/${view.id}` });
    sent(view, () => {
      if (kept !== null) restore(kept);
      void navigate({ to: '/aanvraag' });
    });
  });
  const who = usePersonTitle(request.draft.person, true);
  const line = phone && who !== '' ? t('page.lineFor', { who }) : t('page.line');
  return (
    <Screen
      title={t('page.title')}
      line={line}
      foot={<RequestFoot request={request} />}
      {...(phone ? { back: '/aanvragen' } : {})}
    >
      <Halves request={request} from={askedFrom(session)} />
    </Screen>
  );
};
