import type { JSX } from 'react';
import type { DayRecord, OrderView } from '#modules/day-treatment/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { ButtonLink } from '#web/design/Button.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { telephone } from '#web/telephone.ts';

/** The telephone of where it is given, in one tap. */
export const CallSite = ({ order: { site, sitePhone } }: { order: OrderView }): JSX.Element | null => {
  const t = useText('orders');
  return sitePhone === null ? null : (
    <ButtonLink look="call" icon="phone" to={telephone(sitePhone)}>
      {t('call', { who: site.name, phone: sitePhone })}
    </ButtonLink>
  );
};

/** The last reaction that was written down, when it is not said to be over. */
const reactionIn = (record: DayRecord | undefined) => {
  for (const visit of record?.visits ?? []) {
    const last = visit.acts.findLast(({ kind }) => kind === 'reacted');
    if (last !== undefined && last.body['over'] !== true && visit.phase !== 'left') return { visit, last };
  }
  return null;
};

/** Somebody reacts now: which visit, since when, what was seen, by whom, and whom to call. */
const Reaction = ({
  order,
  record,
}: {
  order: OrderView;
  record: DayRecord | undefined;
}): JSX.Element | null => {
  const t = useText('orders');
  const format = useFormat();
  const now = useNow('minute');
  const found = reactionIn(record);
  if (found === null) return null;
  const first = found.visit.acts.find(({ kind }) => kind === 'reacted') ?? found.last;
  const note = found.visit.acts.findLast(({ kind, body }) => kind === 'reacted' && 'note' in body);
  return (
    <Notice
      kind="failed"
      icon="triangle-alert"
      title={t('reaction.now', {
        number: found.visit.number,
        moment: format.moment(Date.parse(first.at), now),
      })}
      actions={<CallSite order={order} />}
      announce
    >
      {note !== undefined && `“${String(note.body['note'])}” `}
      {t('reaction.by', { who: first.byName, site: order.site.name })}
    </Notice>
  );
};

/** What the specialist must know before all else. */
export const OrderNotices = ({
  order,
  record,
}: {
  order: OrderView;
  record: DayRecord | undefined;
}): JSX.Element => {
  const t = useText('orders');
  const { state, stopReason, visitList, treatment, needs } = order;
  const here = visitList.some((visit) => visit.state === 'arrived');
  // A moment and the medicine stand with each visit.
  const missing = needs.filter((need) => need !== 'plan' && need !== 'signature' && need !== 'drug');
  return (
    <>
      <Reaction order={order} record={record} />
      {state === 'stopped' && here && (
        <Notice kind="conflict" title={t('stop.here')} actions={<CallSite order={order} />} announce>
          {t('stop.hereLine', { name: order.person?.name ?? t('row.noName'), site: order.site.name })}
        </Notice>
      )}
      {state === 'stopped' && !here && (
        <Notice kind="plain" icon="circle-stop" title={t('stop.stopped')}>
          {stopReason}
        </Notice>
      )}
      {treatment.newer && (state === 'draft' || state === 'signed') && (
        <Notice kind="conflict" title={t('newer.title')}>
          {t(state === 'draft' ? 'newer.draft' : 'newer.signed', { version: treatment.version })}
        </Notice>
      )}
      {missing.length > 0 && (
        <Notice kind="conflict" icon="circle-alert" title={t('needs.title')}>
          {missing.map((need) => t(`needs.${need}`)).join(' ')}
        </Notice>
      )}
    </>
  );
};
