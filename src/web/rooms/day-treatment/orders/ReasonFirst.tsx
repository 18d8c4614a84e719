import { type JSX, type ReactNode, useEffect, useRef, useState } from 'react';
import { TextField } from '#web/design/TextField.tsx';
import { AskFirst } from '#web/rooms/placement/AskFirst.tsx';

/** So many letters say why at least. */
const LEAST = 3;

/** Asks why before something that cannot come back; without a reason nothing happens. */
export const ReasonFirst = ({
  title,
  asks,
  missing,
  yes,
  no,
  busy,
  onYes,
  onNo,
  children,
}: {
  title: string;
  /** The question above the field, and what is said when it stays empty. */
  asks: string;
  missing: string;
  yes: string;
  no: string;
  busy: boolean;
  onYes: (reason: string) => void;
  onNo: () => void;
  children: ReactNode;
}): JSX.Element => {
  const field = useRef<HTMLInputElement>(null);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const short = reason.trim().length < LEAST;
  useEffect(() => {
    // The question itself puts the focus on its verb; here one writes first.
    const frame = requestAnimationFrame(() => field.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  const go = (): void => {
    setTried(true);
    if (short) field.current?.focus();
    else if (!busy) onYes(reason.trim());
  };
  return (
    <AskFirst title={title} yes={yes} no={no} busy={busy} onYes={go} onNo={onNo}>
      {children}
      <TextField
        ref={field}
        label={asks}
        autoComplete="off"
        maxLength={500}
        value={reason}
        error={tried && short ? missing : null}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
        onKeyDown={({ key }) => {
          if (key === 'Enter') go();
        }}
      />
    </AskFirst>
  );
};
