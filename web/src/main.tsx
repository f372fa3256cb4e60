import './design/tokens.css';
import './design/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { mustEnrol, readBoot } from './lib/boot';
import { firstLang, setLang } from './lib/i18n';
import { qc } from './lib/query_client';
import { takeReferences } from './lib/reference';
import { showTheme, ui } from './lib/ui_state';
import { prefetchViews } from './lib/views';

showTheme(ui().theme);
const boot = await readBoot();
await setLang(firstLang(boot.locale), false);
takeReferences();
if (boot.session && !mustEnrol()) await prefetchViews();
createRoot(document.getElementById('root') as HTMLElement).render(
  <QueryClientProvider client={qc}>
    <App isSignedIn={boot.session !== null} />
  </QueryClientProvider>,
);
