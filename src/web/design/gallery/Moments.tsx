import type { JSX } from 'react';
import { useNow } from '#web/api/clock.ts';
import { Button } from '#web/design/Button.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { Skeleton } from '#web/design/Skeleton.tsx';
import { StateChip } from '#web/design/StateChip.tsx';
import { UndoBar } from '#web/design/UndoBar.tsx';
import { useText } from '#web/i18n/texts.ts';
import { announce } from '#web/shell/announce.ts';
import { offerUndo } from '#web/shell/undo.ts';
import styles from './GalleryPage.module.css';

/** The moments between: empty, loading, conflict, offline, old figures, undo, thanks, failed. */
export const Moments = (): JSX.Element => {
  const t = useText('gallery');
  useNow('minute');
  return (
    <div className={styles.thirds}>
      <Panel title={t('moment.emptyTitle')}>
        <Notice
          kind="empty"
          title={t('moment.empty')}
          actions={<Button look="primary">{t('moment.emptyAct')}</Button>}
          more={t('moment.emptyMore')}
        >
          {t('moment.emptyLine')}
        </Notice>
      </Panel>
      <Panel title={t('moment.cleanTitle')}>
        <Notice
          kind="empty"
          icon="check-check"
          title={t('moment.clean')}
          actions={<Button>{t('moment.cleanAct')}</Button>}
        >
          {t('moment.cleanLine')}
        </Notice>
      </Panel>
      <Panel title={t('moment.loadTitle')}>
        <Skeleton grid="3fr 1fr 4fr" rows={4} late={t('moment.loadLate')} />
      </Panel>
      <Panel title={t('moment.conflictTitle')}>
        <Notice
          kind="conflict"
          title={t('moment.conflict')}
          actions={
            <>
              <Button look="primary" size="small" keys={['↵']}>
                {t('moment.conflictAct')}
              </Button>
              <Button size="small">{t('moment.conflictAll')}</Button>
            </>
          }
        >
          {t('moment.conflictLine')}
        </Notice>
      </Panel>
      <Panel title={t('moment.failedTitle')}>
        <Notice kind="failed" title={t('moment.failed')}>
          {t('moment.failedLine')}
        </Notice>
      </Panel>
      <Panel title={t('moment.offlineTitle')}>
        <Notice
          kind="offline"
          title={t('moment.offline')}
          actions={<Button size="small">{t('moment.offlineAct')}</Button>}
        >
          {t('moment.offlineLine')}
        </Notice>
      </Panel>
      <Panel title={t('moment.undoTitle')}>
        <div className={styles.stack}>
          <UndoBar text={t('moment.undo')} secondsLeft={8} onUndo={() => announce(t('moment.undone'))} />
          <Button onPress={() => offerUndo(t('moment.undo'), () => announce(t('moment.undone')))}>
            {t('moment.undoTry')}
          </Button>
        </div>
      </Panel>
      <Panel title={t('moment.wrongTitle')}>
        <Notice
          kind="conflict"
          icon="flag"
          title={t('moment.wrong')}
          more={
            <StateChip state="held" bare>
              {t('moment.wrongUntil')}
            </StateChip>
          }
        >
          {t('moment.wrongLine')}
        </Notice>
      </Panel>
      <Panel title={t('moment.agedTitle')}>
        <Notice
          kind="aged"
          title={t('moment.aged')}
          actions={
            <Button size="small" icon="send">
              {t('moment.agedAct')}
            </Button>
          }
        >
          {t('moment.agedLine')}
        </Notice>
      </Panel>
    </div>
  );
};
