import { Modal } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { useText } from '#web/i18n/texts.ts';

/** What opens above the list; the list stays as it was. */
export const DayDialog = ({
  title,
  onClose,
  children,
}: {
  title: string;
  onClose: () => void;
  children: ReactNode;
}): JSX.Element => {
  const words = useText('shell');
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size="lg"
      radius={10}
      closeButtonProps={{ 'aria-label': words('close'), size: 44 }}
      transitionProps={{ duration: 150, transition: 'fade' }}
    >
      {children}
    </Modal>
  );
};
