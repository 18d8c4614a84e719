import { Popover } from '@mantine/core';
import type { ComponentProps, JSX } from 'react';
import { useText } from '#web/i18n/texts.ts';
import { BedCard } from './BedCard.tsx';

/** The card of a bed, floating below the bar it is about. */
export const BedPopover = (card: ComponentProps<typeof BedCard>): JSX.Element => {
  const t = useText('ward');
  return (
    <Popover
      opened
      onChange={(opened) => {
        if (!opened) card.onClose();
      }}
      onDismiss={card.onClose}
      position="bottom-start"
      offset={4}
      trapFocus
      withRoles={false}
      transitionProps={{ duration: 150, transition: 'fade' }}
    >
      <Popover.Target>
        <span
          style={{
            position: 'absolute',
            top: 0,
            bottom: 0,
            left: `${card.bar.left}%`,
            width: 1,
            pointerEvents: 'none',
          }}
        />
      </Popover.Target>
      <Popover.Dropdown p={0} role="dialog" aria-label={t('card.title', { code: card.bed.code })}>
        <BedCard {...card} />
      </Popover.Dropdown>
    </Popover>
  );
};
