import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { JSX } from 'react';
import type { z } from 'zod';
import { localDay } from '#kernel/calendar.ts';
import type { Running, RunningBody } from '#modules/placement/contract.ts';
import { call } from '#web/api/call.ts';
import { useNow } from '#web/api/clock.ts';
import type { Problem } from '#web/api/problem.ts';
import { useSignedIn } from '#web/api/session.ts';
import { Button, ButtonLink } from '#web/design/Button.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { useText } from '#web/i18n/texts.ts';
import { REGION_ZONE } from '#web/i18n/time.ts';
import { inWords } from '#web/rooms/placement/words.ts';
import { telephone } from '#web/telephone.ts';
import { type PersonDraft, personFaults, readBsn, readDay } from './person.ts';
import { usePersonTitle } from './use-person-title.ts';
import type { RequestInHand } from './use-request.ts';

type ForWhom = z.input<typeof RunningBody>;

/** Who is meant, as soon as enough is typed to be sure; null before. */
const forWhom = (person: PersonDraft, today: string): ForWhom | null => {
  const birthDate = readDay(person.birthDate);
  if (birthDate === null || personFaults(person, today).length > 0) return null;
  const bsn = readBsn(person.bsn.trim());
  return { birthDate, name: person.name.trim(), ...(bsn === '' ? {} : { bsn }) };
};

/** Asks the server in the body, never in an address; kept in memory as long as the form. */
const useRunning = (person: PersonDraft): Running | undefined => {
  const today = localDay(useNow('minute'), REGION_ZONE);
  const who = forWhom(person, today);
  const { data } = useQuery<Running, Problem>({
    queryKey: ['running', JSON.stringify(who)],
    queryFn: ({ signal }) => call('POST', '/api/v1/requests/running', who, { signal }),
    enabled: who !== null,
    gcTime: 0,
    meta: { topics: ['request'] },
  });
  return who === null ? undefined : data;
};

/** Before the rest is asked: a request runs for this person already. Follow it, or say that this is another one. */
export const RunningNotice = ({ request }: { request: RequestInHand }): JSX.Element | null => {
  const t = useText('request');
  const navigate = useNavigate();
  const { actor, region } = useSignedIn();
  const { draft, change } = request;
  const found = useRunning(draft.person);
  const who = usePersonTitle(draft.person);
  if (found === undefined || draft.second) return null;
  const { running, elsewhere } = found;
  if (running === null && !elsewhere) return null;
  const again = <Button onPress={() => change({ second: true })}>{t('running.second')}</Button>;
  if (running === null) {
    return (
      <Notice
        kind="conflict"
        icon="copy"
        announce
        title={t('running.elsewhere')}
        actions={
          <>
            <ButtonLink to={telephone(region.deskPhone)} look="primary" icon="phone">
              {t('running.call', { phone: region.deskPhone })}
            </ButtonLink>
            {again}
          </>
        }
      >
        {t('running.elsewhereLine')}
      </Notice>
    );
  }
  const follow = (): void =>
    void navigate(
      actor.role === 'desk'
        ? { to: '/loket', search: { aanvraag: running.requestId } as never }
        : { to: `/aanvragen/${running.requestId}` },
    );
  return (
    <Notice
      kind="conflict"
      icon="copy"
      announce
      title={t('running.title', { who })}
      actions={
        <>
          <Button look="primary" onPress={follow}>
            {t('running.follow')}
          </Button>
          {again}
        </>
      }
    >
      {t('running.line', { code: running.code, turn: inWords(running.turn) })}
    </Notice>
  );
};
