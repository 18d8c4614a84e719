import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { StayView } from '#modules/stay/contract.ts';
import { usePrint } from '#web/shell/print.ts';

/** The letter on paper: it stands alone on its sheet, and only once it stands in the log that it was printed. */
export const useLetterPaper = ({ requestId }: StayView): { on: boolean; print: () => void } => {
  const [on, setOn] = useState(false);
  const print = usePrint({ page: 'letter', requests: [requestId] });
  useEffect(() => {
    if (!on) return undefined;
    document.body.dataset['letter'] = 'yes';
    return () => {
      delete document.body.dataset['letter'];
    };
  }, [on]);
  return {
    on,
    print: () => {
      flushSync(() => setOn(true));
      void print().finally(() => setOn(false));
    },
  };
};
