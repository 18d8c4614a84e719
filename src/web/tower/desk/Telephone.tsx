import type { JSX, ReactNode } from 'react';
import { useText } from '#web/i18n/texts.ts';
import { emptyDraft } from '#web/rooms/placement/request/draft.ts';
import { Halves } from '#web/rooms/placement/request/Halves.tsx';
import { RequestFoot } from '#web/rooms/placement/request/RequestFoot.tsx';
import { type DraftInHand, useBegun } from '#web/rooms/placement/request/use-draft.ts';
import { useRequest } from '#web/rooms/placement/request/use-request.ts';
import { useSent } from '#web/rooms/placement/request/use-sent.ts';
import { Screen } from '#web/shell/Screen.tsx';
import styles from './Desk.module.css';
import type { Desk } from './use-desk.ts';

const BLANK = emptyDraft('', 'home');

/** The same form as a practice has, filled in by the desk for who is on the telephone. The row stays in sight. */
export const Telephone = ({
  desk,
  inHand,
  strip,
  row,
}: {
  desk: Desk;
  inHand: DraftInHand;
  strip: ReactNode;
  row: ReactNode;
}): JSX.Element => {
  const t = useText('desk');
  const sent = useSent();
  const { kept, restore } = inHand;
  useBegun(inHand, BLANK.phone, BLANK.origin);
  const request = useRequest(inHand, BLANK, (view) => {
    desk.choose(view.id);
    sent(view, () => {
      if (kept !== null) restore(kept);
      desk.setTelephone(true);
    });
  });
  return (
    <Screen
      title={t('telephone.title')}
      line={t('telephone.line')}
      back="/loket"
      edgeless
      foot={<RequestFoot request={request} />}
    >
      {strip}
      <div className={styles.calling}>
        {row}
        <Halves request={request} from="desk" />
      </div>
    </Screen>
  );
};
