import { Popover } from '@mantine/core';
import type { JSX, ReactElement, ReactNode } from 'react';
import { Sum, type SumFacts } from './Sum.tsx';

/**
 * The sum beside the number it explains, never over the column of numbers. `children` is the button that opens it;
 * `actions` are the buttons below (`Toon bedden`, `Klopt niet`). Escape and a press outside close it; focus returns.
 * `openedElsewhere`: `children` is only what the sum points at; the button that opens it says so itself.
 */
export const SumPopover = ({
  facts,
  opened,
  onChange,
  actions,
  openedElsewhere = false,
  children,
}: {
  facts: SumFacts;
  opened: boolean;
  onChange: (opened: boolean) => void;
  actions?: ReactNode;
  openedElsewhere?: boolean;
  children: ReactElement;
}): JSX.Element => (
  <Popover
    opened={opened}
    onChange={onChange}
    onDismiss={() => onChange(false)}
    position="bottom-start"
    offset={8}
    withArrow
    trapFocus
    returnFocus
    withinPortal
    withRoles={!openedElsewhere}
    transitionProps={{ duration: 150, transition: 'fade' }}
  >
    <Popover.Target>{children}</Popover.Target>
    <Popover.Dropdown p={0} role="dialog" aria-label={facts.title}>
      <Sum facts={facts} onClose={() => onChange(false)}>
        {actions}
      </Sum>
    </Popover.Dropdown>
  </Popover>
);
