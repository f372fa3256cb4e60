import { useQuery } from '@tanstack/react-query';
import { paths } from '../../app/routes';
import { read, type Schemas } from '../../lib/api';
import { may } from '../../lib/boot';
import { LANG_NAMES, LANGS, useT } from '../../lib/i18n';
import { held, nextUrl } from '../../lib/records';
import { ZONES } from '../../lib/zones';
import { Combo } from '../../ui/Combo';
import { SelectField, TextField } from '../../ui/fields';
import { FormBody } from '../../ui/FormBody';
import { Section } from '../../ui/Page';
import { orNull, RecordPage, useRecordForm } from '../../ui/record_form';
import { History } from './History';
import c from './people.module.css';

type Customer = Schemas['Customer'];
type Values = Pick<Customer, 'name' | 'email' | 'phone' | 'language' | 'time_zone' | 'organization'>;
const LIST = '/api/v1/customers';
const BLANK: Customer = { id: 0, version: 0, name: '', email: '', phone: '', language: null, time_zone: null, organization: null, created_at: '' };

export function CustomerPage({ id }: { id: number | null }) {
  const t = useT();
  const url = id === null ? null : `${LIST}/${id}`;
  return (
    <RecordPage<Customer>
      url={url}
      blank={BLANK}
      title={(customer) => customer.name || customer.email || t('people.newCustomer')}
      back={{ href: paths.customers(), label: t('people.customers') }}
      isWide={id !== null}
    >
      {(customer) => (
        <div className={c.columns}>
          {url && <History filter={`customer=${customer.id}`} />}
          <Section title={t('people.details')}>
            <CustomerForm url={url} customer={customer} />
          </Section>
        </div>
      )}
    </RecordPage>
  );
}

function CustomerForm({ url, customer }: { url: string | null; customer: Customer }) {
  const t = useT();
  const form = useRecordForm<Customer, Values>({
    url,
    collection: LIST,
    value: customer,
    shape: ({ name, email, phone, language, time_zone, organization }) => ({ name, email, phone, language, time_zone, organization }),
    body: (values) => orNull(values, 'email', 'phone'),
    check: ({ name }) => (name.trim() ? {} : { '/name': t('fault.empty') }) as Record<string, string>,
    href: (made) => paths.customers(made),
  });
  const { bind } = form;
  const organization = useQuery({ ...held<Schemas['Organization']>(`/api/v1/organizations/${customer.organization}`), enabled: customer.organization !== null });
  return (
    <FormBody form={form} action={t(url ? 'form.save' : 'people.addCustomer')} isAlwaysOpen={!url} label={t('people.details')} readOnly={!may('customers:write')}>
      <TextField label={t('people.name')} {...bind('name')} isRequired maxLength={200} autoComplete="off" />
      <TextField label={t('people.email')} {...bind('email')} type="email" autoComplete="off" />
      <TextField label={t('people.phone')} {...bind('phone')} type="tel" maxLength={50} autoComplete="off" />
      <Combo label={t('people.organization')} {...bind('organization')} canClear shown={organization.data?.value.name} find={findOrganization} />
      <SelectField
        label={t('people.language')}
        hint={t('people.languageHint')}
        {...bind('language')}
        options={[{ value: null, label: t('people.unknown') }, ...LANGS.map((lang) => ({ value: lang as string | null, label: LANG_NAMES[lang] }))]}
      />
      <Combo label={t('people.timeZone')} {...bind('time_zone')} canClear placeholder={t('people.unknown')} options={ZONES} />
    </FormBody>
  );
}

const MOST_PAGES = 5;
/** The API lists organizations by name; the first that hold the text are enough to choose from. */
async function findOrganization(text: string) {
  const wanted = text.toLowerCase();
  const found: { value: number; label: string }[] = [];
  let url: string | undefined = '/api/v1/organizations?limit=200';
  for (let page = 0; url && page < MOST_PAGES && found.length < 20; page += 1) {
    const answer: Schemas['OrganizationPage'] = await read(url);
    found.push(...answer.items.filter((one) => one.name.toLowerCase().includes(wanted)).map((one) => ({ value: one.id, label: one.name })));
    url = nextUrl('/api/v1/organizations?limit=200', answer.next);
  }
  return found;
}
