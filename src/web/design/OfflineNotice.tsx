import type { JSX } from 'react';
import { Button } from './Button.tsx';
import { Notice } from './Notice.tsx';

/** No connection on a page that somebody opened by a link: what that means, and one large button to try again. */
export const OfflineNotice = ({
  words,
  onAgain,
}: {
  words: { readonly title: string; readonly line: string; readonly again: string };
  onAgain: () => unknown;
}): JSX.Element => (
  <Notice
    kind="offline"
    title={words.title}
    actions={
      <Button size="large" onPress={() => void onAgain()}>
        {words.again}
      </Button>
    }
    announce
  >
    {words.line}
  </Notice>
);
