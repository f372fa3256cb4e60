import { ChevronRight, MonitorSmartphone, ShieldCheck } from 'lucide-react';
import { A } from '../../app/A';
import { useT } from '../../lib/i18n';
import { Section } from '../../ui/Page';
import c from './me.module.css';

export function AccountLinks() {
  const t = useT();
  return (
    <Section title={t('me.account')}>
      <ul className={c.links}>
        <li>
          <A href="/me/security" className={c.linkRow}>
            <ShieldCheck size={18} aria-hidden="true" />
            <span>
              <b>{t('security.title')}</b>
              <small>{t('me.securityText')}</small>
            </span>
            <ChevronRight size={16} aria-hidden="true" />
          </A>
        </li>
        <li>
          <A href="/me/sessions" className={c.linkRow}>
            <MonitorSmartphone size={18} aria-hidden="true" />
            <span>
              <b>{t('sessions.title')}</b>
              <small>{t('me.sessionsText')}</small>
            </span>
            <ChevronRight size={16} aria-hidden="true" />
          </A>
        </li>
      </ul>
    </Section>
  );
}
