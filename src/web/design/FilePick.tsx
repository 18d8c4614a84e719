import { type DragEvent, type JSX, type LabelHTMLAttributes, type ReactNode, useState } from 'react';
import { cx } from './cx.ts';
import styles from './FilePick.module.css';
import { Icon } from './Icon.tsx';

type OnPick = (files: FileList | null) => void;

/** Something dragged over it, and let go on it. */
const useDrop = (onPick: OnPick): LabelHTMLAttributes<HTMLLabelElement> => {
  const [over, setOver] = useState(false);
  return {
    className: cx(styles.pick, styles.drop, over && styles.over),
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      onPick(event.dataTransfer.files);
    },
  };
};

/** Chooses a file that goes along. With `drop` it is large, and a file can be dropped on it too. */
export const FilePick = ({
  busy,
  drop = false,
  accept = '.pdf,.png,.jpg,.jpeg,.txt',
  onPick,
  children,
}: {
  busy: boolean;
  drop?: boolean;
  /** The endings one can choose. */
  accept?: string;
  onPick: OnPick;
  /** What one adds, or what is being sent. */
  children: ReactNode;
}): JSX.Element => {
  const dropped = useDrop(onPick);
  return (
    <label {...(drop ? dropped : { className: styles.pick })}>
      <Icon name="paperclip" size={18} />
      <span>{children}</span>
      <input
        type="file"
        accept={accept}
        aria-busy={busy || undefined}
        onChange={(event) => {
          onPick(event.currentTarget.files);
          event.currentTarget.value = '';
        }}
      />
    </label>
  );
};
