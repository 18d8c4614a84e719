import { useNavigate } from '@tanstack/react-router';
import type { JSX } from 'react';
import type { HandoverAnswer, HandoverView } from '#modules/stay/contract.ts';
import { usePathPart } from '#web/address.ts';
import { useRead } from '#web/api/queries.ts';
import { useSignedIn } from '#web/api/session.ts';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { useText } from '#web/i18n/texts.ts';
import { Refused } from '#web/rooms/placement/Refused.tsx';
import { useKeys } from '#web/shell/acts.ts';
import { Screen } from '#web/shell/Screen.tsx';
import styles from './Handover.module.css';
import { HandoverEditor } from './HandoverEditor.tsx';
import { HandoverRead } from './HandoverRead.tsx';
import { HandoverSheet } from './HandoverSheet.tsx';
import { usePaperLog } from './use-paper-log.ts';

const ASKING = ['gp', 'gp-assistant', 'transfer-nurse'];

/** Where one came from: the stay, or the request. */
const backTo = ({ direction, stayId, requestId }: HandoverView, role: string): string => {
  if (direction === 'out' && stayId !== null) return `/verblijf/${stayId}`;
  return ASKING.includes(role) ? `/aanvragen/${requestId}` : '/verblijf';
};

const useTitle = (handover: HandoverView | undefined): { title: string; line: string } => {
  const t = useText('patient-handover');
  if (handover === undefined) return { title: t('title'), line: '' };
  const { person, code, from, receiver } = handover;
  return {
    title: person === null ? t('paper.nameless', { code }) : t('page.title', { name: person.name }),
    line: t('page.line', { from: from.name, to: receiver?.name ?? t('standing.nobody') }),
  };
};

/** One handover: written by who sends, read and confirmed by who receives. */
export const HandoverPage = (): JSX.Element => {
  const t = useText('patient-handover');
  const id = usePathPart('id');
  const navigate = useNavigate();
  const { actor } = useSignedIn();
  const { data, error } = useRead<HandoverAnswer>(`/api/v1/handovers/${id}`, ['stay', 'handover']);
  const found = data?.body.handover;
  const handover = found?.id === id ? found : undefined;
  const { title, line } = useTitle(handover);
  const print = usePaperLog(handover?.id ?? null);
  useKeys([{ keys: ['p'], does: t('print'), run: print }]);
  const writes = handover?.own === true && ['draft', 'sent'].includes(handover.state);
  return (
    <>
      <div className={styles.screen}>
        <Screen
          title={title}
          line={line}
          back={handover === undefined ? '/verblijf' : backTo(handover, actor.role)}
        >
          {handover === undefined && error === null && <Skeleton grid="2fr 1fr" rows={8} />}
          <Refused problem={handover === undefined ? error : null} />
          {handover !== undefined &&
            (writes ? (
              <HandoverEditor key={id} read={handover} onPrint={print} />
            ) : (
              <HandoverRead
                key={id}
                handover={handover}
                onPrint={print}
                onBegun={(next) => void navigate({ to: `/overdracht/${next}` })}
              />
            ))}
        </Screen>
      </div>
      <div className={styles.paper}>{handover !== undefined && <HandoverSheet handover={handover} />}</div>
    </>
  );
};
