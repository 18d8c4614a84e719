import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import type { Product } from '#kernel/product.ts';
import { PRODUCT_WORDS } from '#kernel/words.ts';
import { cx } from '#web/design/cx.ts';
import { Icon } from '#web/design/Icon.tsx';
import { Kbd } from '#web/design/Kbd.tsx';
import { Notice } from '#web/design/Notice.tsx';
import { ProblemNotice } from '#web/design/ProblemNotice.tsx';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import { useTold } from '#web/rooms/capacity/use-told.ts';
import { useStayWords } from '#web/rooms/stay/use-stay-words.ts';
import styles from './BedCard.module.css';
import type { CardParts } from './card-parts.ts';
import type { CardStep } from './card-state.ts';
import { RoomChips } from './RoomChips.tsx';
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

/** Between care and welfare a yes of the ward is not enough: the name waits for the yes of the person. */
const NameFollows = (): JSX.Element => {
  const t = useText('facts');
  return (
    <Notice kind="plain" icon="eye-off" title={t('follows.title')}>
      {t('follows.line')}
    </Notice>
  );
};

/** The letter, the ride and the words that came along; who came another way (an import) has none. */
const CameAlong = ({
  claim,
  onStep,
}: {
  claim: WardClaim;
  onStep: (step: CardStep) => void;
}): JSX.Element | null => {
  const t = useText('ward');
  if (claim.requestId === null) return null;
  if (claim.name === null) return <NameFollows />;
  return <Line sign={<Icon name="paperclip" />} text={t('act.facts')} onPress={() => onStep('facts')} />;
};

/** A flex bed: what it is from now on, in one press. */
const Become = ({ parts }: { parts: CardParts }): JSX.Element => {
  const t = useText('ward');
  const language = currentLanguage();
  const { bed, onDone } = parts;
  const { problem, tell } = useTold(['ward', 'board']);
  const all = bed.flex ?? [];
  const choices = [...all.map((product) => [product]), [...all]].filter(
    (choice) => choice.toSorted().join() !== bed.products.toSorted().join(),
  );
  const named = (products: readonly Product[]): string =>
    products.map((product) => PRODUCT_WORDS[product].short[language]).join(t('become.or'));
  return (
    <>
      {choices.map((products) => (
        <Line
          key={products.join()}
          sign={<Icon name="repeat-2" />}
          text={t('become.act', { products: named(products) })}
          onPress={() => {
            const done = t('become.done', { code: bed.code, products: named(products) });
            onDone(tell(`/api/v1/places/${bed.id}/products`, { products }, done));
          }}
        />
      ))}
      <ProblemNotice problem={problem} kind="conflict" />
    </>
  );
};

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

/** The stay of who lies here, and what stands between them and home. */
const StayLink = ({ stay }: { stay: NonNullable<WardClaim['stay']> }): JSX.Element => {
  const t = useText('ward');
  const words = useStayWords();
  return (
    <>
      {stay.barriers.length > 0 && (
        <ul className={styles.barriers}>
          {stay.barriers.map((barrier) => (
            <li key={barrier.id} className={cx(barrier.late && styles.late)}>
              {words.waits(barrier)}
            </li>
          ))}
        </ul>
      )}
      <Link to={`/verblijf/${stay.stayId}`} className={styles.act}>
        <Icon name="route" />
        <span>{t('act.stay')}</span>
      </Link>
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
      {claim !== null && claim.stay !== null && <StayLink stay={claim.stay} />}
      {claim !== null && (isPlanned(bar) || bar.kind === 'stay') && (
        <CameAlong claim={claim} onStep={onStep} />
      )}
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
      {bed.flex !== null && <Become parts={parts} />}
      {closure === null && (
        <Line sign={<Icon name="lock" />} text={t('act.close')} hotkey="G" onPress={() => onStep('close')} />
      )}
      <RoomChips {...parts} />
    </div>
  );
};
