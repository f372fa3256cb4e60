import type { Schemas } from '../../lib/api';
import { may, session } from '../../lib/boot';
import { useT } from '../../lib/i18n';
import { FormBody } from '../../ui/FormBody';
import f from '../../ui/form.module.css';
import { RecordPage, useRecordForm } from '../../ui/record_form';
import { SecondFactorChoice } from '../../ui/SecondFactorChoice';
import { toSettings } from './back';
import c from './settings.module.css';

type Settings = Schemas['Settings'];
type Values = Pick<Settings, 'second_factor'>;
const URL = '/api/v1/settings';

/** How people of this desk prove who they are. */
export function SignInPage() {
  const t = useT();
  return (
    <RecordPage<Settings> url={URL} blank={{} as Settings} title={() => t('settings.signin')} text={t('signinPolicy.text')} back={toSettings(t)}>
      {(value) => <Policy value={value} />}
    </RecordPage>
  );
}

function Policy({ value }: { value: Settings }) {
  const t = useT();
  const form = useRecordForm<Settings, Values>({
    url: URL,
    collection: URL,
    value,
    shape: ({ second_factor }) => ({ second_factor }),
    body: (values) => values,
    href: () => '/settings/signin',
  });
  const policy = form.values.second_factor;
  const { role, has_second_factor } = session();
  const isMe = policy === 'everybody' || (policy === 'admins_and_leads' && (role === 'admin' || role === 'lead'));
  return (
    <FormBody form={form} action={t('form.save')} label={t('settings.signin')} readOnly={!may('setup:write')}>
      <div className={f.form}>
        <SecondFactorChoice value={policy} onChange={(next) => form.set('second_factor', next)} />
        {policy === 'nobody' && <p className={c.muted}>{t('signinPolicy.nobody')}</p>}
        {isMe && !has_second_factor && policy !== value.second_factor && <p className={c.muted}>{t('signinPolicy.me')}</p>}
      </div>
    </FormBody>
  );
}
