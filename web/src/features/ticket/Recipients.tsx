import { X } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../lib/i18n';
import type { Detail } from '../../lib/rows';
import { type Recipient, setComposer, useComposer } from './composer_state';
import c from './recipients.module.css';
import { readRecipient } from './recipients';

/** Who gets it, always in sight; nobody is added unseen. */
export function Recipients({ ticket }: { ticket: Detail }) {
  const t = useT();
  const mode = useComposer((state) => state.mode);
  const to = useComposer((state) => state.to);
  const cc = useComposer((state) => state.cc);
  const [isEditing, setEditing] = useState(false);
  const { name, email } = ticket.customer;
  if (mode === 'reply' && !to && !isEditing) {
    return (
      <p className={c.line}>
        <span className={c.label}>{t('composer.to')}</span>
        <span className={c.plain}>{email ? `${name} <${email}>` : name}</span>
        {email && (
          <button
            type="button"
            className={c.add}
            onClick={() => {
              setComposer({ to: [{ address: email, name }], cc: [] });
              setEditing(true);
            }}
          >
            {t('composer.changeRecipients')}
          </button>
        )}
      </p>
    );
  }
  return (
    <>
      <Line label={t('composer.to')} people={to ?? []} onChange={(people) => setComposer({ to: people })} />
      <Line label={t('composer.cc')} people={cc} onChange={(people) => setComposer({ cc: people })} />
    </>
  );
}

function Line({ label, people, onChange }: { label: string; people: Recipient[]; onChange: (people: Recipient[]) => void }) {
  const t = useT();
  const [text, setText] = useState('');
  const take = () => {
    const person = readRecipient(text);
    if (!person) return false;
    if (!people.some((each) => each.address.toLowerCase() === person.address.toLowerCase())) onChange([...people, person]);
    setText('');
    return true;
  };
  return (
    <div className={c.line} role="group" aria-label={label}>
      <span className={c.label}>{label}</span>
      {people.map((person) => (
        <span key={person.address} className={c.chip} data-tip={person.address}>
          {person.name || person.address}
          <button type="button" aria-label={t('composer.removeRecipient', { name: person.name || person.address })} onClick={() => onChange(people.filter((each) => each !== person))}>
            <X size={12} />
          </button>
        </span>
      ))}
      <input
        className={c.input}
        type="email"
        autoComplete="off"
        aria-label={`${label}: ${t('composer.address')}`}
        placeholder={people.length ? '' : t('composer.address')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (/^(Enter|,|;| )$/.test(event.key) && take()) event.preventDefault();
          else if (event.key === 'Backspace' && !text) onChange(people.slice(0, -1));
        }}
      />
    </div>
  );
}
