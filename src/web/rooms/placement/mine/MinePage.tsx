import { useNavigate } from '@tanstack/react-router';
import type { JSX } from 'react';
import type { z } from 'zod';
import type { RequestAnswer, RequestList, RequestView } from '#modules/placement/contract.ts';
import { usePathPart } from '#web/address.ts';
import { useNow } from '#web/api/clock.ts';
import { useRead } from '#web/api/queries.ts';
import { ButtonLink } from '#web/design/Button.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { EmergencyDoor } from '#web/rooms/people/emergency/EmergencyDoor.tsx';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { useProfileTitle } from '#web/rooms/placement/words.ts';
import { HandoverInbox } from '#web/rooms/stay/handover/HandoverInbox.tsx';
import { useKeys } from '#web/shell/acts.ts';
import { usePrinted } from '#web/shell/print.ts';
import { Screen } from '#web/shell/Screen.tsx';
import { usePhone } from '#web/shell/use-phone.ts';
import styles from './Mine.module.css';
import { isRunning, OwnStrips } from './OwnStrips.tsx';
import { RequestDetail } from './RequestDetail.tsx';
import { RequestFoot } from './RequestFoot.tsx';

/** Who waits, by the time that is left; then who is admitted; then what ended, newest first. */
const inOrder = (requests: readonly RequestView[]): RequestView[] => {
  const left = ({ dueAt, sentAt }: RequestView): string => `${dueAt ?? '9'}${sentAt}`;
  const waiting = requests.filter(isRunning).toSorted((a, b) => (left(a) < left(b) ? -1 : 1));
  const rest = requests.filter((request) => !isRunning(request));
  const admitted = ({ state }: RequestView): boolean => state === 'admitted';
  return [...waiting, ...rest.filter(admitted), ...rest.filter((request) => !admitted(request))];
};

const Nothing = (): JSX.Element => {
  const t = useText('mine');
  return (
    <Notice
      kind="empty"
      icon="check-check"
      title={t('none.title')}
      actions={
        <ButtonLink to="/aanvraag" look="primary" icon="file-plus-2">
          {t('none.new')}
        </ButtonLink>
      }
    >
      {t('none.line')}
    </Notice>
  );
};

/** One request of our own: where it stands, who must move, and that the reader need not. */
const OnePage = ({ request }: { request: RequestView }): JSX.Element => {
  const t = useText('mine');
  const format = useFormat();
  const now = useNow('minute');
  const title = useProfileTitle()(request);
  const who = request.person?.name ?? title;
  return (
    <Screen
      title={request.code}
      line={t('one.line', { who, moment: format.moment(Date.parse(request.sentAt), now) })}
      back="/aanvragen"
      foot={<RequestFoot request={request} />}
    >
      <RequestDetail request={request} />
    </Screen>
  );
};

const ListPage = ({
  requests,
  shown,
}: {
  requests: readonly RequestView[];
  shown: RequestView | undefined;
}): JSX.Element => {
  const t = useText('mine');
  const phone = usePhone();
  const open = requests.filter(isRunning).length;
  return (
    <Screen title={t('page.title')} line={t('page.line', { count: open })}>
      <HandoverInbox />
      {requests.length === 0 ? (
        <Nothing />
      ) : (
        <div className={styles.both}>
          <OwnStrips requests={requests} shownId={phone ? null : (shown?.id ?? null)} />
          {!phone && shown !== undefined && (
            <section aria-label={t('one.title', { code: shown.code })} className={styles.one}>
              <RequestDetail key={shown.id} request={shown} />
              <RequestFoot request={shown} />
            </section>
          )}
        </div>
      )}
    </Screen>
  );
};

/** What there is to show: the list, the one that was asked for, or why there is nothing. */
const useOwn = (id: string) => {
  const list = useRead<z.infer<typeof RequestList>>('/api/v1/requests?limit=50', ['request']);
  const one = useRead<z.infer<typeof RequestAnswer>>(id === '' ? null : `/api/v1/requests/${id}`, [
    'request',
  ]);
  const requests = inOrder(list.data?.body.requests ?? []);
  const asked = one.isPlaceholderData ? undefined : one.data?.body.request;
  return {
    requests,
    shown: id === '' ? requests[0] : (asked ?? requests.find((request) => request.id === id)),
    waiting: list.data === undefined,
    problem: one.error ?? list.error,
  };
};

const useMoves = (requests: readonly RequestView[], shown: RequestView | undefined): void => {
  const t = useText('mine');
  const navigate = useNavigate();
  const go = (by: number): void => {
    const next = requests[requests.findIndex(({ id }) => id === shown?.id) + by];
    if (next !== undefined) void navigate({ to: `/aanvragen/${next.id}`, replace: true });
  };
  useKeys([
    { keys: ['j', 'ArrowDown'], does: t('keys.next'), run: () => go(1), onlyKey: true },
    { keys: ['k', 'ArrowUp'], does: t('keys.before'), run: () => go(-1), onlyKey: true },
    { keys: ['n'], does: t('none.new'), run: () => void navigate({ to: '/aanvraag' }) },
  ]);
};

/** The own requests: `/aanvragen` the list, with `$id` one of them. On a wide screen both beside each other. */
export const MinePage = (): JSX.Element => {
  const t = useText('mine');
  const phone = usePhone();
  const id = usePathPart('id');
  const { requests, shown, waiting, problem } = useOwn(id);
  useMoves(requests, shown);
  usePrinted(
    'requests',
    [...requests, ...(shown === undefined ? [] : [shown])].map((each) => each.id),
  );
  if (waiting || (id !== '' && shown === undefined)) {
    return (
      <Screen title={t('page.title')} line="" {...(id === '' ? {} : { back: '/aanvragen' })}>
        {problem === null ? <Skeleton grid="74px 1fr" rows={4} /> : <Refused problem={problem} />}
        {problem?.status === 404 && <EmergencyDoor />}
      </Screen>
    );
  }
  if (phone && shown !== undefined && id !== '') return <OnePage key={id} request={shown} />;
  return <ListPage requests={requests} shown={shown} />;
};
