import { ExternalLink } from 'lucide-react';
import type { Schemas } from '../../lib/api';
import { may } from '../../lib/boot';
import { useT } from '../../lib/i18n';
import { CheckField, TextArea, TextField } from '../../ui/fields';
import { FormBody } from '../../ui/FormBody';
import f from '../../ui/form.module.css';
import { Section } from '../../ui/Page';
import { RecordPage, useRecordForm } from '../../ui/record_form';
import { toSettings } from './back';
import { ColorField } from './ColorField';
import { LogoField } from './LogoField';
import { PortalPreview } from './PortalPreview';
import c from './portal.module.css';

type Portal = Schemas['Portal'];
const URL = '/api/v1/portal';

/** The customers' side: what it offers, how it looks, where it is. */
export function PortalPage() {
  const t = useT();
  return (
    <RecordPage<Portal> url={URL} blank={{} as Portal} title={() => t('settings.portal')} text={t('portal.text')} back={toSettings(t)}>
      {(value) => <PortalForm value={value} />}
    </RecordPage>
  );
}

function PortalForm({ value }: { value: Portal }) {
  const t = useT();
  const form = useRecordForm<Portal, Portal>({
    url: URL,
    collection: URL,
    value,
    shape: (portal) => portal,
    body: (portal) => portal,
    href: () => '/settings/portal',
  });
  const { bind, values } = form;
  return (
    <FormBody form={form} action={t('form.save')} label={t('settings.portal')} readOnly={!may('setup:write')}>
      <Section
        title={t('portal.offer')}
        actions={
          value.is_open && (
            <a href={`${value.url}/help`} target="_blank" rel="noopener noreferrer" className={c.open}>
              {t('portal.look')}
              <ExternalLink size={14} aria-hidden="true" />
            </a>
          )
        }
      >
        <div className={f.form}>
          <CheckField label={t('portal.isOpen')} hint={t('portal.isOpenHint')} {...bind('is_open')} />
          <CheckField label={t('portal.takesRequests')} hint={t('portal.takesRequestsHint')} {...bind('takes_requests')} />
          <CheckField label={t('portal.namesAgents')} hint={t('portal.namesAgentsHint')} {...bind('names_agents')} />
          <CheckField label={t('portal.asksSatisfaction')} hint={t('portal.asksSatisfactionHint')} {...bind('asks_satisfaction')} />
        </div>
      </Section>
      <Section title={t('portal.address')}>
        <TextField label={t('portal.url')} hint={t('portal.urlHint')} {...bind('url')} maxLength={200} inputMode="url" spellCheck={false} />
      </Section>
      <Section title={t('portal.brand')}>
        <div className={f.form}>
          <TextField label={t('portal.name')} hint={t('portal.nameHint')} {...bind('name')} maxLength={100} />
          <TextArea label={t('portal.welcome')} hint={t('portal.welcomeHint')} {...bind('welcome')} rows={3} />
          <ColorField {...bind('color')} />
          <LogoField {...bind('logo')} />
          <PortalPreview portal={values} />
        </div>
      </Section>
    </FormBody>
  );
}
