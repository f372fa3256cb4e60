import { EyeOff, Scale, MessageCircleQuestion } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { A } from '../../app/A';
import { paths } from '../../app/routes';
import { useT } from '../../lib/i18n';
import { languageName } from '../../lib/ticket_pickers';
import { dateTime } from '../../lib/time';
import c from './labels.module.css';
import type { Task } from './use_labels';

export const WHY_ICONS = { blind: EyeOff, unsure: Scale, silent: MessageCircleQuestion };

/** What the customer wrote, and why a person is asked. */
export function TicketWords({ task }: { task: Task }) {
  const t = useT();
  const Icon = WHY_ICONS[task.why];
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever listens hears the next ticket; keys go on working.
  useEffect(() => heading.current?.focus({ preventScroll: true }), [task.ticket]);
  const facts = [task.customer, task.organization, task.language && languageName(task.language), dateTime(task.created_at)].filter(Boolean).join(' · ');
  return (
    <article className={c.ticket} aria-labelledby="label-subject">
      <p className={c.why} data-why={task.why}>
        <Icon size={14} aria-hidden="true" />
        {t(`labels.why.${task.why}`)}
      </p>
      <h2 id="label-subject" ref={heading} tabIndex={-1} className={c.subject}>
        {task.subject || t('ticket.noSubject')}
      </h2>
      <p className={c.facts}>
        <A href={paths.inbox('all', task.ticket)}>#{task.ticket}</A> · {facts}
      </p>
      <div className={c.words}>{task.text}</div>
      {task.later_text && (
        <>
          <h3 className={c.later}>{t('labels.later')}</h3>
          <div className={c.words}>{task.later_text}</div>
        </>
      )}
    </article>
  );
}
