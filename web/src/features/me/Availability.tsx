import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError, read, type Schemas } from '../../lib/api';
import { problemText } from '../../lib/fault_text';
import { useT } from '../../lib/i18n';
import { save } from '../../lib/records';
import { moment } from '../../lib/time';
import { complain, say } from '../../lib/toasts';
import { Button } from '../../ui/Button';
import { CheckField, SelectField, TextField } from '../../ui/fields';
import f from '../../ui/form.module.css';
import { Pending, Section } from '../../ui/Page';

type Duty = Schemas['Duty'];
const RESTRICTIONS: Duty['restriction'][] = ['none', 'high_and_urgent', 'only_urgent', 'nothing_new'];

/** "2026-06-01T14:30" of this browser's clock, for a field of date and time; "" for none. */
function local(iso: string | null): string {
  if (!iso) return '';
  const at = new Date(iso);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
const instant = (text: string) => (text ? new Date(text).toISOString() : null);

/** Whether routing gives this person new tickets: by hand, till when, and which ones only; beside what the roster says. */
export function Availability({ id }: { id: number }) {
  const t = useT();
  const url = `/api/v1/agents/${id}`;
  const query = useQuery({ queryKey: ['duty', id], queryFn: ({ signal }) => read<Duty>(`${url}/duty`, signal), refetchInterval: 60_000 });
  const put = async (wish: Schemas['Availability'], before?: Schemas['Availability']) => {
    try {
      // The latest wish counts, whatever else of the record has changed meanwhile.
      await save('PUT', `${url}/availability`, wish);
      await query.refetch();
      say(t('duty.saved'), before && (() => put(before)));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      complain(problemText(error));
    }
  };
  const duty = query.data;
  if (!duty) return <Pending query={query} lines={2} />;
  const state = [duty.is_available, duty.available_until, duty.restriction, duty.restricted_until].join();
  return (
    <Section title={t('me.work')} text={<span aria-live="polite">{t(`duty.now.${duty.off}${duty.until ? 'Until' : ''}`, { time: duty.until ? moment(duty.until) : '' })}</span>}>
      <Wish key={state} duty={duty} put={put} />
    </Section>
  );
}

function Wish({ duty, put }: { duty: Duty; put: (wish: Schemas['Availability'], before?: Schemas['Availability']) => Promise<void> }) {
  const t = useT();
  const before = wishOf(duty);
  const [isHere, setHere] = useState(duty.is_available);
  const [until, setUntil] = useState(local(duty.available_until));
  const [restriction, setRestriction] = useState(duty.restriction);
  const [restrictedUntil, setRestrictedUntil] = useState(local(duty.restricted_until));
  const toggle = (is_available: boolean) => {
    setHere(is_available);
    setUntil('');
    void put({ ...before, is_available, until: null }, before);
  };
  const isChanged = until !== local(duty.available_until) || restriction !== duty.restriction || restrictedUntil !== local(duty.restricted_until);
  return (
    <form
      className={f.form}
      aria-label={t('duty.title')}
      onSubmit={(event) => {
        event.preventDefault();
        void put({ is_available: isHere, until: instant(until), restriction, restricted_until: restriction === 'none' ? null : instant(restrictedUntil) }, before);
      }}
    >
      <CheckField name="is_available" label={t('me.isAvailable')} hint={t('me.isAvailableHint')} value={isHere} onChange={toggle} />
      <TextField name="until" type="datetime-local" label={t(isHere ? 'duty.hereUntil' : 'duty.awayUntil')} hint={t('duty.untilHint')} value={until} onChange={setUntil} width="medium" />
      <div className={f.pair}>
        <SelectField
          name="restriction"
          label={t('duty.restriction')}
          value={restriction}
          onChange={setRestriction}
          width={restriction === 'none' ? 'medium' : undefined}
          options={RESTRICTIONS.map((value) => ({ value, label: t(`duty.${value}`) }))}
        />
        {restriction !== 'none' && <TextField name="restricted_until" type="datetime-local" label={t('duty.restrictedUntil')} value={restrictedUntil} onChange={setRestrictedUntil} />}
      </div>
      {isChanged && (
        <p>
          <Button type="submit" kind="primary">
            {t('duty.save')}
          </Button>
        </p>
      )}
    </form>
  );
}

const wishOf = ({ is_available, available_until: until, restriction, restricted_until }: Duty): Schemas['Availability'] => ({
  is_available,
  until,
  restriction,
  restricted_until,
});
