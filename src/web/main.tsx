import '#web/design/mantine.css';
import '#web/design/tokens.css';
import '#web/design/base.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { keepLastBoard } from './api/last-board.ts';
import { queries } from './api/queries.ts';
import { theme, variables } from './design/theme.ts';
import { startTexts } from './i18n/texts.ts';
import { router } from './router.tsx';

await startTexts();
keepLastBoard();

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with id root');

createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
