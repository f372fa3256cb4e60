import { BellRing } from 'lucide-react';
import { useT } from '../../lib/i18n';
import { useAgents } from '../../lib/reference';
import { Badge } from '../../ui/Badge';
import c from './chains.module.css';
import { type Chain, chainWords } from './chain_words';
import { RecordList } from './lists';
import { useWebhooks } from './StepWhom';

/** Who is told of tickets in trouble, in which order. */
export function ChainsPage() {
  const t = useT();
  const agents = useAgents();
  const webhooks = useWebhooks();
  const names = (id: number | undefined, isWebhook?: boolean) => (isWebhook ? webhooks : agents).find((each) => each.id === id)?.name ?? '…';
  const words = (chain: Chain) => chainWords(chain, names).join(' ');
  return (
    <RecordList<Chain>
      section="escalation-chains"
      title="settings.escalation-chains"
      text="chains.text"
      add="chains.add"
      icon={<BellRing size={22} />}
      columns={[
        { key: 'name', head: t('chains.name'), cell: (row) => row.name, width: '26%' },
        { key: 'does', head: t('chains.preview'), cell: (row) => <span className={c.inWords}>{words(row)}</span> },
        { key: 'default', head: t('chains.for'), cell: (row) => (row.is_default ? <Badge tone="ok">{t('chains.standard')}</Badge> : t('chains.some')), isExtra: true, width: '120px' },
      ]}
    />
  );
}
