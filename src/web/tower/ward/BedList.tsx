import { Modal } from '@mantine/core';
import type { JSX } from 'react';
import type { Ward } from '#tower/contract.ts';
import { useNow } from '#web/api/clock.ts';
import { cx } from '#web/design/cx.ts';
import { Icon } from '#web/design/Icon.tsx';
import { StateMark } from '#web/design/StateMark.tsx';
import { useText } from '#web/i18n/texts.ts';
import { BedCard } from './BedCard.tsx';
import styles from './BedList.module.css';
import type { CardState } from './card-state.ts';
import { type Bar, barsOf, type Sheet, sheetOf, type WardPlace } from './timeline.ts';
import { useBarWords } from './use-bar-words.ts';
import { useBedWords } from './use-bed-words.ts';
import type { WardActs } from './use-ward-acts.ts';

/** The bar that a bed stands for in a list: who lies in it, else what it is now. */
const mainBar = (bed: WardPlace, sheet: Sheet): Bar | undefined => {
  const bars = barsOf(bed, sheet).filter(({ kind }) => kind !== 'cleaning');
  return bars.find(({ kind }) => kind === 'stay') ?? bars.find(({ kind }) => kind !== 'displaced') ?? bars[0];
};

const Later = ({
  bed,
  sheet,
  onOpen,
}: {
  bed: WardPlace;
  sheet: Sheet;
  onOpen: (bar: Bar) => void;
}): JSX.Element => {
  const words = useBarWords();
  const main = mainBar(bed, sheet);
  const rest = barsOf(bed, sheet).filter(
    ({ key, kind }) => key !== main?.key && (kind === 'planned' || kind === 'displaced'),
  );
  return (
    <>
      {rest.map((bar) => (
        <button
          key={bar.key}
          type="button"
          className={cx(styles.later, bar.kind === 'displaced' && styles.displaced)}
          onClick={() => onOpen(bar)}
        >
          {bar.kind === 'displaced' ? (
            <Icon name="triangle-alert" size={15} />
          ) : (
            <StateMark state="held" size={13} />
          )}
          <span>{words(bar, sheet.now)}</span>
        </button>
      ))}
    </>
  );
};

/** The ward on a phone: a line per bed, and below it who comes next. Pressing a line opens what can be done. */
export const BedList = ({
  ward,
  acts,
  card,
  onCard,
}: {
  ward: Ward;
  acts: WardActs;
  card: CardState | null;
  onCard: (card: CardState | null) => void;
}): JSX.Element => {
  const t = useText('ward');
  const words = useBedWords();
  const sheet = sheetOf(ward, useNow('minute'));
  const bed = ward.places.find(({ id }) => id === card?.placeId);
  const bar = bed === undefined ? undefined : barsOf(bed, sheet).find(({ key }) => key === card?.barKey);
  return (
    <>
      <ul className={styles.list} aria-label={t('timeline.label')}>
        {ward.places.map((each) => {
          const { name, line } = words(each, sheet.now);
          const main = mainBar(each, sheet);
          const open = (which: Bar): void =>
            onCard({
              placeId: each.id,
              barKey: which.key,
              step: which.kind === 'displaced' ? 'move' : 'acts',
            });
          const face = (
            <>
              <StateMark state={each.state} size={15} />
              <b className={styles.code}>{each.code}</b>
              <span className={styles.who}>
                <b>{name}</b>
                <small>{line}</small>
              </span>
              {ward.own && <Icon name="chevron-right" />}
            </>
          );
          return (
            <li key={each.id} className={cx(each.overdue && styles.overdue)}>
              {ward.own && main !== undefined ? (
                <button type="button" className={styles.bed} onClick={() => open(main)}>
                  {face}
                </button>
              ) : (
                <div className={styles.bed}>{face}</div>
              )}
              {ward.own && <Later bed={each} sheet={sheet} onOpen={open} />}
            </li>
          );
        })}
      </ul>
      {bed !== undefined && bar !== undefined && card !== null && (
        <Modal.Root opened onClose={() => onCard(null)} centered>
          <Modal.Overlay />
          <Modal.Content aria-label={t('card.title', { code: bed.code })}>
            <BedCard
              bed={bed}
              bar={bar}
              ward={ward}
              step={card.step}
              acts={acts}
              onStep={(step) => onCard({ ...card, step })}
              onClose={() => onCard(null)}
            />
          </Modal.Content>
        </Modal.Root>
      )}
    </>
  );
};
