import { type JSX, useEffect, useRef } from 'react';
import type { Proposal } from '#modules/placement/contract.ts';
import { Button } from '#web/design/Button.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { useText } from '#web/i18n/texts.ts';
import { useFormat } from '#web/i18n/use-format.ts';
import { useKeys } from '#web/shell/acts.ts';
import type { Lost } from './gone.ts';
import { inWords } from './words.ts';

const Next = ({
  lost,
  next,
  count,
  busy,
  onTake,
  onDismiss,
}: {
  lost: Lost;
  next: Proposal;
  count: number;
  busy: boolean;
  onTake: () => void;
  onDismiss: () => void;
}): JSX.Element => {
  const t = useText('request');
  const format = useFormat();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.querySelector('button')?.focus();
  }, []);
  useKeys([{ keys: ['Enter'], does: t('lost.take', { site: next.site }), run: onTake }]);
  return (
    <div ref={box}>
      <Notice
        kind="conflict"
        announce
        title={t('lost.title', { bed: lost.bed, clock: format.clock(lost.at) })}
        actions={
          <>
            <Button look="primary" keys={['↵']} onPress={onTake} busy={busy}>
              {t('lost.take', { site: next.site })}
            </Button>
            <Button onPress={onDismiss}>{t('lost.all', { count })}</Button>
          </>
        }
      >
        {t('lost.next', { site: next.site, town: next.town, why: inWords(next.why) })}
      </Notice>
    </div>
  );
};

/**
 * Somebody was first: what is gone, and the next best already chosen. Enter takes it. Never who took it. Without a
 * next one it only says what is gone; the page tells what one can do then.
 */
export const TakeNext = ({
  lost,
  next,
  ...rest
}: {
  lost: Lost;
  next: Proposal | null;
  count: number;
  busy: boolean;
  onTake: () => void;
  onDismiss: () => void;
}): JSX.Element => {
  const t = useText('request');
  const format = useFormat();
  if (next !== null) return <Next key={lost.placeId} lost={lost} next={next} {...rest} />;
  return (
    <Notice
      kind="conflict"
      announce
      title={t('lost.title', { bed: lost.bed, clock: format.clock(lost.at) })}
    />
  );
};
