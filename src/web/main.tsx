import '#web/design/mantine.css';
import '#web/design/tokens.css';
import '#web/design/base.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { watchHands } from './api/hands.ts';
import { keepLastBoard } from './api/last-board.ts';
import { queries } from './api/queries.ts';
import { theme, variables } from './design/theme.ts';
import { startTexts } from './i18n/texts.ts';
import { router } from './router.tsx';

await startTexts();
keepLastBoard();
watchHands(globalThis);

/** The word that opens style elements of this page; the browser shows it to scripts only. */
const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';
// The library that keeps the page still behind a window looks for it under this name.
Object.assign(globalThis, { __webpack_nonce__: nonce });

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with id root');

createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
