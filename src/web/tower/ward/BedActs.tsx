import type { JSX } from 'react';
import { Icon } from '#web/design/Icon.tsx';
import { Kbd } from '#web/design/Kbd.tsx';
import { useText } from '#web/i18n/texts.ts';
import styles from './BedCard.module.css';
import type { CardParts } from './card-parts.ts';
import type { CardStep } from './card-state.ts';
import type { Bar, WardClaim } from './timeline.ts';
import { useWardWords } from './use-ward-words.ts';

const Line = ({
  sign,
  text,
  hotkey,
  onPress,
}: {
  sign: JSX.Element;
  text: string;
  hotkey?: string;
  onPress: () => void;
}): JSX.Element => (
  <button type="button" className={styles.act} onClick={onPress}>
    {sign}
    <span>{text}</span>
    {hotkey !== undefined && <Kbd onButton>{hotkey}</Kbd>}
  </button>
);

/** A planned person: here, not come, or to another bed. */
const Planned = ({ claim, parts }: { claim: WardClaim; parts: CardParts }): JSX.Element => {
  const t = useText('ward');
  const words = useWardWords();
  const { acts, onDone, onStep, bed } = parts;
  const { requestId } = claim;
  const about = { who: words.who(claim), code: bed.code };
  return (
    <>
      {requestId !== null && (
        <>
          <Line
            sign={<Icon name="log-in" />}
            text={t('act.arrived')}
            onPress={() => onDone(acts.arrived(requestId, t('done.arrived', about)))}
          />
          <Line
            sign={<Icon name="user-x" />}
            text={t('act.notArrived')}
            onPress={() => onDone(acts.notArrived(requestId, t('done.notArrived', about)))}
          />
        </>
      )}
      <Line
        sign={<Icon name="arrow-left-right" />}
        text={t('act.move')}
        hotkey="V"
        onPress={() => onStep('move')}
      />
    </>
  );
};

const Staying = ({ onStep }: { onStep: (step: CardStep) => void }): JSX.Element => {
  const t = useText('ward');
  return (
    <>
      <Line sign={<Icon name="flag" />} text={t('act.end')} hotkey="E" onPress={() => onStep('end')} />
      <Line sign={<Icon name="log-out" />} text={t('act.left')} onPress={() => onStep('left')} />
      <Line
        sign={<Icon name="arrow-left-right" />}
        text={t('act.move')}
        hotkey="V"
        onPress={() => onStep('move')}
      />
    </>
  );
};

const isPlanned = ({ kind }: Bar): boolean => kind === 'planned' || kind === 'displaced';

/** What can be done with this bar. Closing a bed is always possible: who lies in it stays, who was planned is moved. */
export const BedActs = (parts: CardParts): JSX.Element => {
  const t = useText('ward');
  const { bar, bed, acts, onStep, onDone } = parts;
  const { claim, closure } = bar;
  return (
    <div className={styles.acts}>
      {claim !== null && isPlanned(bar) && <Planned claim={claim} parts={parts} />}
      {claim !== null && bar.kind === 'stay' && <Staying onStep={onStep} />}
      {claim !== null && bar.kind === 'cleaning' && (
        <Line
          sign={<Icon name="sparkles" />}
          text={t('act.cleaned')}
          onPress={() => onDone(acts.cleaned(claim, t('done.cleaned', { code: bed.code })))}
        />
      )}
      {closure !== null && (
        <Line
          sign={<Icon name="lock-open" />}
          text={t('act.reopen')}
          onPress={() => onDone(acts.reopen(closure.id, t('done.reopened', { code: bed.code })))}
        />
      )}
      {closure === null && (
        <Line sign={<Icon name="lock" />} text={t('act.close')} hotkey="G" onPress={() => onStep('close')} />
      )}
    </div>
  );
};
