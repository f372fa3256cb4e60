import { type Told, toldWords, whatIsWrong, type Wrong } from '../../lib/escalation_words';
import { useT } from '../../lib/i18n';
import { useAgents } from '../../lib/reference';
import type { TicketEvent } from '../../lib/ticket_detail';

type Data = Wrong & { what: 'told' | 'passed_over' | 'acknowledged' | 'taken_back'; agent?: number; name?: string; to: Told['to']; by_mail: boolean; reason?: Told['passed_over'] };

/** One line of the timeline: which clock, who was told by which step or why not, and who looks after it. */
export function EscalationWords({ event }: { event: TicketEvent }) {
  const t = useT();
  const agents = useAgents();
  const data = event.data as unknown as Data;
  const wrong = whatIsWrong({ cause: data.cause, start: data.start, percent: data.percent ?? null });
  if (data.what === 'acknowledged') return `${wrong} ${t('escalation.by', { name: event.agent?.name ?? '–' })}`;
  if (data.what === 'taken_back') return `${wrong} ${t('escalation.lineTaken')}`;
  const name = data.name ?? agents.find(({ id }) => id === data.agent)?.name;
  const who = toldWords({
    agent: name ? { id: data.agent ?? 0, name } : null,
    webhook: null,
    to: data.to,
    by_mail: data.by_mail,
    passed_over: data.what === 'passed_over' ? (data.reason ?? null) : null,
    at_percent: null,
  });
  return `${wrong} ${t(data.what === 'passed_over' ? 'escalation.linePassed' : 'escalation.lineTold', { who })}`;
}
