import { Compass } from 'lucide-react';
import { useT } from '../lib/i18n';
import { Empty } from '../ui/Empty';
import { Page } from '../ui/Page';
import { A } from './A';
import { paths } from './routes';

/** An address that leads nowhere: said, with the way back. */
export function MissingPage() {
  const t = useT();
  return (
    <Page title={t('missing.title')}>
      <Empty icon={<Compass size={24} />} title={t('missing.text')}>
        <A href={paths.inbox('mine')}>{t('missing.back')}</A>
      </Empty>
    </Page>
  );
}
