import { A } from '../../app/A';
import { paths } from '../../app/routes';
import { useT } from '../../lib/i18n';
import c from './people.module.css';

/** Customers and organizations stand side by side. */
export function PeopleTabs({ at }: { at: 'customers' | 'orgs' }) {
  const t = useT();
  return (
    <nav className={c.tabs} aria-label={t('people.kinds')}>
      <A href={paths.customers()} aria-current={at === 'customers' ? 'page' : undefined}>
        {t('people.customers')}
      </A>
      <A href={paths.orgs()} aria-current={at === 'orgs' ? 'page' : undefined}>
        {t('people.orgs')}
      </A>
    </nav>
  );
}
