import './ui/tokens.css';
import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { I18nProvider as AriaLanguage } from 'react-aria-components';
import { createRoot } from 'react-dom/client';
import { queryClient } from './api/query-client';
import { keepForLater } from './features/kept/keep-for-later';
import { startOutbox } from './features/outbox/browser-outbox';
import { router } from './router';
import { firstLanguage, speak } from './texts/language';
import { useLanguage } from './texts/use-text';

function App() {
  const language = useLanguage();
  return (
    <AriaLanguage locale={language}>
      <RouterProvider router={router} />
    </AriaLanguage>
  );
}

async function start(): Promise<void> {
  const place = document.getElementById('app');
  if (place === null) throw new Error('the page has no place for the app');
  startOutbox();
  // What the first page asks for is under way while its language still comes.
  void router.load();
  await speak(firstLanguage());
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <I18nProvider i18n={i18n}>
          <App />
        </I18nProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
  keepForLater();
}

void start();
