import { ChevronRight, Download, KeyRound, LogIn, LogOut, Minus, Pencil, Plus, ShieldX } from 'lucide-react';
import { useT } from '../../lib/i18n';
import { full, stamp, useNow } from '../../lib/time';
import c from './audit.module.css';
import { actorName, deed, type Entry, fieldName, origin, recordsOf, valueText, wayIn } from './audit_words';
import { useNames } from './macro_words';

function iconOf({ action, is_refused: isRefused }: Entry) {
  if (isRefused) return ShieldX;
  if (action === 'sign_in') return LogIn;
  if (action === 'sign_out') return LogOut;
  if (action === 'set_password') return KeyRound;
  if (action.startsWith('get_') || action === 'make_backup') return Download;
  if (/^(create|import|complete)_/.test(action)) return Plus;
  return /^(delete|remove|revoke)_/.test(action) ? Minus : Pencil;
}

/** One line that can be read aloud; where it came from and what changed lies folded below. */
export function AuditLine({ entry }: { entry: Entry }) {
  const t = useT();
  const now = useNow();
  const Icon = iconOf(entry);
  return (
    <li className={c.entry} data-refused={entry.is_refused}>
      <details>
        <summary>
          <ChevronRight size={14} className={c.chevron} aria-hidden="true" />
          <Icon size={15} className={c.icon} aria-hidden="true" />
          <span className={c.words}>
            <b>{actorName(entry)}</b> {deed(entry)}
          </span>
          <time dateTime={entry.at} data-tip={full(entry.at)}>
            {stamp(entry.at, now)}
          </time>
        </summary>
        <div className={c.details}>
          <Changes entry={entry} />
          <dl>
            <dt>{t('audit.when')}</dt>
            <dd>{full(entry.at)}</dd>
            <dt>{t('audit.origin')}</dt>
            <dd>{origin(entry)}</dd>
            <dt>{t('audit.credential')}</dt>
            <dd>{wayIn(entry)}</dd>
          </dl>
        </div>
      </details>
    </li>
  );
}

function Changes({ entry }: { entry: Entry }) {
  const t = useT();
  const names = useNames();
  if (!entry.changes.length) return null;
  const nameIn = (field: string) => {
    const kind = recordsOf(field);
    return (id: number) => (kind ? names[kind].find((each) => each.id === id)?.name : undefined);
  };
  return (
    <table>
      <caption className="sr">{t('audit.changes')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('audit.field')}</th>
          <th scope="col">{t('audit.before')}</th>
          <th scope="col">{t('audit.after')}</th>
        </tr>
      </thead>
      <tbody>
        {entry.changes.map((change) => (
          <tr key={change.field}>
            <th scope="row">{fieldName(entry.object.kind, change.field)}</th>
            <td>{valueText(change.from, nameIn(change.field))}</td>
            <td>{valueText(change.to, nameIn(change.field))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
