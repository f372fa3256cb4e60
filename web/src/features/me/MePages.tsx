import { useT } from '../../lib/i18n';
import { Page } from '../../ui/Page';
import { SessionList } from '../../ui/SessionList';
import { toMe } from './back';
import { MePage } from './MePage';
import { SecurityPage } from './SecurityPage';

export function MePages({ section }: { section?: string }) {
  if (section === 'security') return <SecurityPage />;
  if (section === 'sessions') return <SessionsPage />;
  return <MePage />;
}

function SessionsPage() {
  const t = useT();
  return (
    <Page title={t('sessions.title')} text={t('sessions.text')} back={toMe(t)}>
      <SessionList />
    </Page>
  );
}
