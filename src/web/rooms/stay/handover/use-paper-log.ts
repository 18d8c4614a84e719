import { useEffect, useRef } from 'react';
import { call } from '#web/api/call.ts';
import { useText } from '#web/i18n/texts.ts';
import { sayFailed } from '#web/shell/undo.ts';

/** Prints a handover once it stands in the log; who prints with the browser itself is written down all the same. */
export const usePaperLog = (id: string | null): (() => void) => {
  const t = useText('shell');
  const written = useRef(false);
  useEffect(() => {
    const printing = (): void => {
      if (written.current || id === null) return;
      call('GET', `/api/v1/handovers/${id}/page`).catch(() => sayFailed(t('print.unwritten')));
    };
    window.addEventListener('beforeprint', printing);
    return () => window.removeEventListener('beforeprint', printing);
  }, [id, t]);
  return () => {
    if (id === null) return;
    call('GET', `/api/v1/handovers/${id}/page`).then(
      () => {
        written.current = true;
        window.print();
        written.current = false;
      },
      () => sayFailed(t('print.refused')),
    );
  };
};
