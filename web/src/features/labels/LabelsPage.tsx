import { CheckCheck } from 'lucide-react';
import { useT } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { Empty } from '../../ui/Empty';
import { Page, Pending } from '../../ui/Page';
import { Decision } from './Decision';
import c from './labels.module.css';
import { TicketWords } from './TicketWords';
import { Upcoming } from './Upcoming';
import { useLabels } from './use_labels';

/** Tickets whose labels a person should decide, one at a time: a key picks, Enter confirms and brings the next. */
export function LabelsPage() {
  const t = useT();
  const { task, fault, decide, skip, takeBack, again } = useLabels();
  return (
    <Page title={t('nav.labels')} text={t('labels.text')} isWide>
      <p className="sr" role="status">
        {task?.fields[0] && t('labels.asks', { ticket: task.subject, field: t(`field.${task.fields[0].field}`) })}
      </p>
      {task ? (
        <div className={c.desk}>
          <TicketWords task={task} />
          <Decision key={`${task.ticket}-${task.fields[0]?.field}-${task.claim}`} task={task} onDecide={decide} onSkip={skip} onUndo={takeBack} />
        </div>
      ) : task === null ? (
        <Empty icon={<CheckCheck size={24} />} title={t('labels.none')}>
          <p>{t('labels.noneText')}</p>
          <Button onClick={again}>{t('labels.look')}</Button>
        </Empty>
      ) : (
        <Pending query={{ error: fault ?? null, refetch: again }} />
      )}
      <Upcoming inHand={task?.ticket} />
    </Page>
  );
}
