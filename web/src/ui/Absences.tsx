import { useQuery } from '@tanstack/react-query';
import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { type ApiError, newKey, type Schemas, write } from '../lib/api';
import { problemText } from '../lib/fault_text';
import { focusFirst } from '../lib/focus_first';
import { useT } from '../lib/i18n';
import { add, forget, list, remove } from '../lib/records';
import { day, dateTime } from '../lib/time';
import { complain, say } from '../lib/toasts';
import a from './absences.module.css';
import { Button } from './Button';
import { CheckField, SelectField, TextField } from './fields';
import f from './form.module.css';
import { Section } from './Page';

type Absence = Schemas['Absence'];
const KINDS: Absence['kind'][] = ['holiday', 'sick', 'training', 'other'];
const ISO = (at: Date) => `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`;

/** Who is away when: those that are planned, and a form for one more. */
export function Absences({ agent }: { agent: number }) {
  const t = useT();
  const url = `/api/v1/agents/${agent}/absences`;
  const query = useQuery(list<Absence>(url));
  const [open, setOpen] = useState<Absence | 'new'>();
  const today = ISO(new Date());
  const planned = query.data?.filter((one) => one.until.slice(0, 10) >= today) ?? [];
  const done = () => {
    setOpen(undefined);
    void query.refetch();
  };
  const drop = async (one: Absence) => {
    await remove(`${url}/${one.id}`);
    await query.refetch();
    const { kind, from, until, note } = one;
    say(t('absence.removed'), async () => {
      await add(url, { kind, from, until, note });
      await query.refetch();
    });
  };
  return (
    <Section title={t('absence.title')} text={t('absence.text')}>
      {planned.length === 0 && query.data && <p className={f.hint}>{t('absence.none')}</p>}
      <ul className={a.list}>
        {planned.map((one) => (
          <li key={one.id}>
            <span>
              <b>{t(`absence.${one.kind}`)}</b> {shown(one)}
              {one.note && <span className={a.note}> {one.note}</span>}
              {one.is_imported && <span className={a.note}> ({t('absence.imported')})</span>}
            </span>
            {!one.is_imported && (
              <Button kind="ghost" icon={<Pencil size={15} />} label={t('absence.edit', { span: shown(one) })} onClick={() => setOpen(one)} />
            )}
            {!one.is_imported && <Button kind="ghost" icon={<Trash2 size={15} />} label={t('absence.remove', { span: shown(one) })} onClick={() => void drop(one)} />}
          </li>
        ))}
      </ul>
      {open ? (
        <AbsenceForm key={open === 'new' ? 0 : open.id} url={url} today={today} known={open === 'new' ? undefined : open} onDone={done} />
      ) : (
        <Button small icon={<Plus size={14} />} onClick={() => setOpen('new')}>
          {t('absence.add')}
        </Button>
      )}
    </Section>
  );

  function shown(one: Absence) {
    const of = (text: string) => (text.length > 10 ? dateTime(text) : day(`${text}T12:00`));
    return one.from === one.until ? of(one.from) : t('absence.span', { from: of(one.from), until: of(one.until) });
  }
}

const NOON = 'T12:00';

/** A new absence, or one that is known. A time other than noon, as programs may give, stays while its day does. */
function AbsenceForm({ url, today, known, onDone }: { url: string; today: string; known?: Absence; onDone: () => void }) {
  const t = useT();
  const [key] = useState(newKey);
  const [kind, setKind] = useState<Absence['kind']>(known?.kind ?? 'holiday');
  const [from, setFrom] = useState(known?.from.slice(0, 10) ?? today);
  const [until, setUntil] = useState(known?.until.slice(0, 10) ?? today);
  const [fromNoon, setFromNoon] = useState(known?.from.endsWith(NOON) ?? false);
  const [untilNoon, setUntilNoon] = useState(known?.until.endsWith(NOON) ?? false);
  const [note, setNote] = useState(known?.note ?? '');
  const [fault, setFault] = useState('');
  const begin = (value: string) => {
    setFrom(value);
    if (value > until) setUntil(value);
  };
  const send = async () => {
    try {
      const body = { kind, note, from: moment(from, fromNoon, known?.from), until: moment(until, untilNoon, known?.until) };
      if (known) {
        await write('PATCH', `${url}/${known.id}`, body, { 'If-Match': `"${known.version}"` });
        await forget(url);
      } else {
        await add(url, body, fault ? newKey() : key);
      }
      say(t(known ? 'absence.saved' : 'absence.added'));
      onDone();
    } catch (error) {
      setFault(problemText(error as ApiError));
      complain(problemText(error as ApiError));
    }
  };
  return (
    <form
      ref={focusFirst}
      className={f.form}
      aria-label={t(known ? 'absence.save' : 'absence.add')}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <SelectField name="kind" label={t('absence.kind')} value={kind} onChange={setKind} options={KINDS.map((value) => ({ value, label: t(`absence.${value}`) }))} width="medium" />
      <div className={f.pair}>
        <div className={a.day}>
          <TextField name="from" type="date" label={t('absence.from')} value={from} onChange={begin} />
          <CheckField name="fromNoon" label={t('absence.fromNoon')} value={fromNoon} onChange={setFromNoon} />
        </div>
        <div className={a.day}>
          <TextField name="until" type="date" label={t('absence.until')} value={until} onChange={setUntil} error={fault} />
          <CheckField name="untilNoon" label={t('absence.untilNoon')} value={untilNoon} onChange={setUntilNoon} />
        </div>
      </div>
      <TextField name="note" label={t('absence.note')} value={note} onChange={setNote} maxLength={200} />
      <div className={a.actions}>
        <Button type="submit" kind="primary">
          {t(known ? 'absence.save' : 'absence.add')}
        </Button>
        <Button kind="ghost" onClick={onDone}>
          {t('form.discard')}
        </Button>
      </div>
    </form>
  );
}

function moment(date: string, isNoon: boolean, before = '') {
  if (isNoon) return date + NOON;
  return before.startsWith(date) && !before.endsWith(NOON) ? before : date;
}
