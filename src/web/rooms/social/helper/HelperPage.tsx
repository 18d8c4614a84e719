import { type JSX, useEffect, useState } from 'react';
import { queries } from '#web/api/queries.ts';
import { useText } from '#web/i18n/texts.ts';
import { OwnFrame } from '#web/rooms/people/own/OwnFrame.tsx';
import { takeToken } from '#web/rooms/people/own/take-token.ts';
import styles from './Helper.module.css';
import { HelperDoor } from './HelperDoor.tsx';
import { HelperInside } from './HelperInside.tsx';

/** Nothing of whom was read before stays on this device. */
const forget = (): void =>
  queries.removeQueries({
    predicate: ({ queryKey: [key] }) => typeof key === 'string' && key.startsWith('/api/v1/helper/'),
  });

/** Behind the link in a message: somebody waits for help of this organisation. No account, a code, half an hour. */
export const HelperPage = (): JSX.Element => {
  const t = useText('helper');
  const [token, setToken] = useState(takeToken);
  useEffect(() => {
    document.title = t('title');
    // The link of another message may be opened in the same window.
    const again = (): void => setToken((before) => takeToken() ?? before);
    window.addEventListener('hashchange', again);
    return () => window.removeEventListener('hashchange', again);
  }, [t]);
  const enter = (): void => {
    forget();
    setToken(null);
  };
  if (token === null) return <HelperInside />;
  return (
    <OwnFrame name={t('name')} phone={null} tab={null} onTab={() => undefined}>
      <div className={styles.page}>
        <HelperDoor key={token} token={token} onIn={enter} />
      </div>
    </OwnFrame>
  );
};
