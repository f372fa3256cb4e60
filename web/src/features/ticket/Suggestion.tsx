import { Check, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { may } from '../../lib/boot';
import { useT } from '../../lib/i18n';
import { useCategories } from '../../lib/reference';
import type { Detail } from '../../lib/rows';
import type { Label } from '../../lib/ticket_detail';
import { valueName } from '../../lib/ticket_pickers';
import { percent } from '../../lib/time';
import * as wishes from '../../lib/wishes';
import { applySuggestion } from './apply_suggestion';
import { clearEvidence, quotedWords, showEvidence } from './evidence';
import c from './suggestions.module.css';

/** One field: the value, its confidence as a bar and a number, and the reason, whose words light up in the message. */
export function Suggestion({ ticket, label }: { ticket: Detail; label: Label }) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  const categories = useCategories();
  const nameOf = (value: string) => (label.field === 'category' ? (categories.find((each) => each.key === value)?.name ?? value) : valueName(label.field, value));
  const field = t(`field.${label.field}`);
  const standing = label.field === 'category' ? ticket.category?.key : ticket[label.field];
  const isStanding = label.value !== null && standing === label.value;
  const toggle = () => {
    setOpen(!isOpen);
    if (isOpen) clearEvidence();
    else showEvidence([...quotedWords(label.because.text), ...label.parts.map((part) => part.opening)]);
  };
  const apply = () => {
    const wish = wishOf(label, categories);
    if (wish && label.value !== null) void applySuggestion(ticket.id, label.field, wish, t('said.value', { field, value: nameOf(label.value) }));
  };
  return (
    <div className={c.item}>
      <dt>{field}</dt>
      <dd>
        <div className={c.line}>
          <b data-none={label.value === null}>{label.value === null ? t('suggestion.abstains') : nameOf(label.value)}</b>
          {label.confidence !== null && label.value !== null && (
            <span className={c.sure}>
              <span className={c.meter} aria-hidden="true">
                <span style={{ inlineSize: percentCss(label.confidence) }} />
              </span>
              {percent(label.confidence)}
            </span>
          )}
        </div>
        <div className={c.line}>
          <button type="button" className={c.why} aria-expanded={isOpen} onClick={toggle}>
            <ChevronRight size={12} aria-hidden="true" />
            {t('event.why')}
          </button>
          {isStanding ? (
            <span className={c.stands}>
              <Check size={13} aria-hidden="true" />
              {t('suggestion.stands')}
            </span>
          ) : (
            label.value !== null &&
            label.field !== 'sentiment' &&
            may('tickets:write') && (
              <button type="button" className={c.apply} aria-label={t('suggestion.applyTo', { field, value: nameOf(label.value) })} onClick={apply}>
                {t('suggestion.apply')}
              </button>
            )
          )}
        </div>
        {isOpen && (
          <div className={c.reason}>
            <p>{label.because.text}</p>
            <Parts label={label} nameOf={nameOf} />
            <Others label={label} nameOf={nameOf} />
            {label.because.version && <p className={c.others}>{t('suggestion.version', { version: label.because.version })}</p>}
          </div>
        )}
      </dd>
    </div>
  );
}

const percentCss = (value: number) => `${Math.round(value * 100)}%`;

/** A message in several languages: which part is in which, by how it begins and where it stands. */
function Parts({ label, nameOf }: { label: Label; nameOf: (value: string) => string }) {
  const t = useT();
  if (!label.parts.length) return null;
  return (
    <>
      {label.parts.map((part) => (
        <p key={part.begin} className={c.others}>
          <b>{part.language ? nameOf(part.language) : t('suggestion.unknown')}</b> <q lang={part.language ?? undefined}>{part.opening}</q>{' '}
          {t('suggestion.characters', { from: part.begin + 1, to: part.end })}
        </p>
      ))}
    </>
  );
}

function Others({ label, nameOf }: { label: Label; nameOf: (value: string) => string }) {
  const t = useT();
  const others = label.alternatives.filter((each) => each.value !== label.value && each.confidence >= 0.01).slice(0, 3);
  if (!others.length) return null;
  return (
    <p className={c.others}>
      {t('suggestion.else')} {others.map((each) => `${nameOf(each.value)} ${percent(each.confidence)}`).join(' · ')}
    </p>
  );
}

function wishOf(label: Label, categories: { id: number; key: string; name: string }[]) {
  const { field, value } = label;
  if (value === null) return undefined;
  if (field === 'category') return wishes.category(categories.find((each) => each.key === value) ?? null);
  if (field === 'language') return wishes.language(value);
  if (field === 'type') return wishes.type(value as 'incident');
  if (field === 'impact') return wishes.impact(value as 'low');
  if (field === 'urgency') return wishes.urgency(value as 'low');
  return wishes.priority(value as 'low');
}
