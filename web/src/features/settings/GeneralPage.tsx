import { may } from '../../lib/boot';
import type { Schemas } from '../../lib/api';
import { LANG_NAMES, LANGS, useT } from '../../lib/i18n';
import { ZONES } from '../../lib/zones';
import { Combo } from '../../ui/Combo';
import { CheckField, NumberField, SelectField, TextField } from '../../ui/fields';
import { FormBody } from '../../ui/FormBody';
import { Section } from '../../ui/Page';
import { RecordPage, useRecordForm } from '../../ui/record_form';
import f from '../../ui/form.module.css';
import { toSettings } from './back';
import { Checklist } from './Checklist';
import { DemoCard } from './DemoCard';

type Settings = Schemas['Settings'];
type Values = Omit<Settings, 'slug' | 'is_demo' | 'second_factor'>;
const URL = '/api/v1/settings';

export function GeneralPage() {
  const t = useT();
  return (
    <RecordPage<Settings> url={URL} blank={{} as Settings} title={() => t('settings.general')} back={toSettings(t)}>
      {(value) => (
        <>
          <Checklist />
          <DemoCard />
          <General value={value} />
        </>
      )}
    </RecordPage>
  );
}

function General({ value }: { value: Settings }) {
  const t = useT();
  const form = useRecordForm<Settings, Values>({
    url: URL,
    collection: URL,
    value,
    shape: ({ slug, is_demo, second_factor, ...values }) => values,
    body: (values) => values,
    href: () => '/settings/general',
  });
  const { bind } = form;
  const known = LANGS.map((lang) => ({ value: lang as string, label: LANG_NAMES[lang] }));
  return (
    <FormBody form={form} action={t('form.save')} label={t('settings.general')} readOnly={!may('setup:write')}>
      <Section title={t('general.desk')}>
        <div className={f.form}>
          <TextField label={t('general.name')} {...bind('name')} isRequired maxLength={100} />
          <div className={f.pair}>
            <SelectField label={t('general.language')} hint={t('general.languageHint')} {...bind('language')} options={known} />
            <Combo label={t('general.timeZone')} {...bind('time_zone')} onChange={(zone) => form.set('time_zone', zone ?? 'UTC')} options={ZONES} />
          </div>
        </div>
      </Section>
      <Section title={t('general.mail')}>
        <div className={f.form}>
          <TextField label={t('general.mailFrom')} hint={t('general.mailFromHint')} {...bind('mail_from')} type="email" isRequired />
          <CheckField label={t('general.anyRecipient')} hint={t('general.anyRecipientHint')} {...bind('accepts_any_recipient')} />
        </div>
      </Section>
      <Section title={t('general.course')}>
        <div className={f.form}>
          <Days label={t('general.reopen')} hint={t('general.reopenHint')} bound={bind('reopen_window_days')} max={365} min={0} />
          <Days label={t('general.close')} hint={t('general.closeHint')} bound={bind('close_after_days')} max={365} min={1} />
          <NumberField
            label={t('general.warn')}
            hint={t('general.warnHint')}
            {...bind('warn_at_percent')}
            onChange={(percent) => form.set('warn_at_percent', percent as number)}
            min={1}
            max={100}
            unit="%"
          />
          <CheckField label={t('general.delays')} hint={t('general.delaysHint')} {...bind('tells_delays')} />
        </div>
      </Section>
      <Section title={t('general.kept')}>
        <div className={f.form}>
          <Days label={t('general.escalations')} hint={t('general.escalationsHint')} bound={bind('escalation_days')} max={36500} min={0} />
          <Days label={t('general.lessons')} hint={t('general.lessonsHint')} bound={bind('lesson_days')} max={36500} min={0} />
        </div>
      </Section>
    </FormBody>
  );
}

type DaysProps = { label: string; hint: string; bound: { name: string; value: number; onChange: (value: number) => void; error?: string }; min: number; max: number };
function Days({ label, hint, bound, min, max }: DaysProps) {
  const t = useT();
  return (
    <NumberField
      label={label}
      hint={hint}
      {...bound}
      onChange={(days) => bound.onChange(days as number)}
      min={min}
      max={max}
      unit={t('general.days', { count: bound.value ?? 0 })}
    />
  );
}
