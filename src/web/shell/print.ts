import { useEffect } from 'react';
import { call } from '#web/api/call.ts';
import { useText } from '#web/i18n/texts.ts';
import { sayFailed } from './undo.ts';

/** What stands on the page of whom. */
interface OnPage {
  readonly page: 'row' | 'requests' | 'ward' | 'letter';
  readonly requests: readonly string[];
}

let onPage: OnPage | null = null;
let written = false;

/** Tells whom this page shows, so that a print of it can be written down. */
export const usePrinted = (page: OnPage['page'], requests: readonly string[]): void => {
  const ids = [...new Set(requests)].join(' ');
  useEffect(() => {
    onPage = ids === '' ? null : { page, requests: ids.split(' ') };
    return () => {
      onPage = null;
    };
  }, [page, ids]);
};

const write = async (what: OnPage | null = onPage): Promise<boolean> => {
  if (what === null) return true;
  try {
    await call('POST', '/api/v1/prints', what);
    return true;
  } catch {
    return false;
  }
};

/**
 * Prints the page once it stands in the log whom it shows; without that line nothing is printed. `letter`: what is printed is
 * not the page but a letter of its own.
 */
export const usePrint = (letter?: OnPage): (() => Promise<void>) => {
  const t = useText('shell');
  return () =>
    write(letter).then((done) => {
      if (!done) return sayFailed(t('print.refused'));
      written = true;
      window.print();
      written = false;
    });
};

/** Whoever prints with the browser itself cannot be held back: it is written down, and said when that did not go well. */
export const usePrintLog = (): void => {
  const t = useText('shell');
  useEffect(() => {
    const printing = (): void => {
      if (!written) void write().then((done) => (done ? undefined : sayFailed(t('print.unwritten'))));
    };
    window.addEventListener('beforeprint', printing);
    return () => window.removeEventListener('beforeprint', printing);
  }, [t]);
};
