import { useQuery } from '@tanstack/react-query';
import { paths } from '../../app/routes';
import type { Schemas } from '../../lib/api';
import { may } from '../../lib/boot';
import { useT } from '../../lib/i18n';
import { list } from '../../lib/records';
import { CheckField, SelectField, TextField } from '../../ui/fields';
import { FormBody } from '../../ui/FormBody';
import { Section } from '../../ui/Page';
import { RecordPage, useRecordForm } from '../../ui/record_form';
import { TagsField } from '../../ui/TagsField';
import { History } from './History';
import c from './people.module.css';

type Organization = Schemas['Organization'];
type Values = Pick<Organization, 'name' | 'domains' | 'queue' | 'policy' | 'is_vip'>;
type Named = { id: number; name: string };
const LIST = '/api/v1/organizations';
const BLANK: Organization = { id: 0, version: 0, name: '', domains: [], queue: null, policy: null, is_vip: false, created_at: '' };

export function OrganizationPage({ id }: { id: number | null }) {
  const t = useT();
  const url = id === null ? null : `${LIST}/${id}`;
  return (
    <RecordPage<Organization>
      url={url}
      blank={BLANK}
      title={(organization) => organization.name || t('people.newOrg')}
      back={{ href: paths.orgs(), label: t('people.orgs') }}
      isWide={id !== null}
    >
      {(organization) => (
        <div className={c.columns}>
          {url && <History filter={`organization=${organization.id}`} />}
          <Section title={t('people.details')}>
            <OrganizationForm url={url} organization={organization} />
          </Section>
        </div>
      )}
    </RecordPage>
  );
}

function OrganizationForm({ url, organization }: { url: string | null; organization: Organization }) {
  const t = useT();
  const queues = useQuery(list<Named>('/api/v1/queues')).data ?? [];
  const policies = useQuery(list<Named>('/api/v1/policies')).data ?? [];
  const form = useRecordForm<Organization, Values>({
    url,
    collection: LIST,
    value: organization,
    shape: ({ name, domains, queue, policy, is_vip }) => ({ name, domains, queue, policy, is_vip }),
    body: (values) => values,
    check: ({ name }) => (name.trim() ? {} : { '/name': t('fault.empty') }) as Record<string, string>,
    href: (made) => paths.orgs(made),
  });
  const { bind } = form;
  const choices = (none: string, named: Named[]) => [{ value: null as number | null, label: none }, ...named.map(({ id, name }) => ({ value: id, label: name }))];
  return (
    <FormBody form={form} action={t(url ? 'form.save' : 'people.addOrg')} isAlwaysOpen={!url} label={t('people.details')} readOnly={!may('customers:write')}>
      <TextField label={t('people.name')} {...bind('name')} isRequired maxLength={200} />
      <TagsField label={t('people.domains')} hint={t('people.domainsHint')} {...bind('domains')} placeholder="example.com" />
      <SelectField label={t('people.queue')} hint={t('people.queueHint')} {...bind('queue')} options={choices(t('people.noQueue'), queues)} />
      <SelectField label={t('people.policy')} {...bind('policy')} options={choices(t('people.noPolicy'), policies)} />
      <CheckField label={t('people.isVip')} hint={t('people.isVipHint')} {...bind('is_vip')} />
    </FormBody>
  );
}
