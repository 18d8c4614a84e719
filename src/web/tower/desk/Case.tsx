import { type JSX, useState } from 'react';
import type { z } from 'zod';
import type { Looker, RequestAnswer, RequestStrip, RequestView } from '#modules/placement/contract.ts';
import { useRead } from '#web/api/queries.ts';
import { Button } from '#web/design/Button.tsx';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { useKeys } from '#web/shell/acts.ts';
import { CaseFile, CaseFirst } from './CaseFile.tsx';
import { CaseHead } from './CaseHead.tsx';
import { Choose } from './Choose.tsx';
import { CloseAsk } from './CloseAsk.tsx';
import styles from './Desk.module.css';
import { Offered } from './Offered.tsx';
import { Planned } from './Planned.tsx';
import { useLooking } from './use-looking.ts';

/** Somebody is asked already: wait, call, or ask more places beside it. */
const Waiting = ({ request, onClose }: { request: RequestView; onClose: () => void }): JSX.Element => {
  const t = useText('desk');
  const [more, setMore] = useState(false);
  useKeys(more ? [] : [{ keys: ['m'], does: t('foot.askMore'), run: () => setMore(true) }]);
  return (
    <>
      <Offered request={request} />
      {more ? (
        <Choose request={request} onNone={null} />
      ) : (
        <div className={styles.acts}>
          <Button keys={['M']} onPress={() => setMore(true)}>
            {t('foot.askMore')}
          </Button>
          <Button onPress={onClose}>{t('close.act')}</Button>
        </div>
      )}
    </>
  );
};

const Body = ({ request, onClose }: { request: RequestView; onClose: () => void }): JSX.Element => {
  const t = useText('desk');
  if (request.state === 'searching')
    return (
      <>
        <Choose request={request} onNone={onClose} />
        <Offered request={request} />
      </>
    );
  if (request.state === 'offered') return <Waiting request={request} onClose={onClose} />;
  return (
    <>
      <Planned request={request} />
      <Offered request={request} />
      <div className={styles.acts}>
        <Button onPress={onClose}>{t('close.act')}</Button>
      </div>
    </>
  );
};

const Whole = ({ request, lookers }: { request: RequestView; lookers: readonly Looker[] }): JSX.Element => {
  const t = useText('desk');
  const [closing, setClosing] = useState(false);
  useKeys(
    request.state === 'searching'
      ? [{ keys: ['0'], does: t('foot.noPlace'), run: () => setClosing(true) }]
      : [],
  );
  return (
    <>
      <CaseHead request={request} lookers={lookers} />
      <CaseFirst request={request} />
      {closing && <CloseAsk request={request} onDone={() => setClosing(false)} />}
      <Body request={request} onClose={() => setClosing(true)} />
      <CaseFile request={request} />
    </>
  );
};

/** One request on the table of the desk. The row knows no names: what was written comes now, for who may know it. */
export const Case = ({
  strip,
  lookers,
}: {
  strip: RequestStrip;
  lookers: readonly Looker[];
}): JSX.Element => {
  const t = useText('desk');
  const pressed = useLooking(strip.id);
  const read = useRead<z.infer<typeof RequestAnswer>>(`/api/v1/requests/${strip.id}`, ['request']);
  const request = read.data?.body.request;
  return (
    <section
      id="case"
      tabIndex={-1}
      className={styles.case}
      aria-label={t('case.label', { code: strip.code })}
      onClickCapture={pressed}
    >
      {request === undefined && read.error === null && <Skeleton grid="150px 1fr 1fr 1fr" rows={8} />}
      {request === undefined && <Refused problem={read.error} />}
      {request !== undefined && <Whole request={request} lookers={lookers} />}
    </section>
  );
};
