import { useQuery } from '@tanstack/react-query';
import { Plus, Webhook as Icon } from 'lucide-react';
import type { Schemas } from '../../lib/api';
import { may } from '../../lib/boot';
import { useT } from '../../lib/i18n';
import { list } from '../../lib/records';
import { ui } from '../../lib/ui_state';
import { Button } from '../../ui/Button';
import { Empty } from '../../ui/Empty';
import { Page, Pending } from '../../ui/Page';
import { type Column, Table } from '../../ui/Table';
import { toSettings } from './back';
import { NewWebhook } from './NewWebhook';
import { CallBadge } from './WebhookCalls';

type Webhook = Schemas['Webhook'];

/** Programs that steps of escalations call, and how the last call of each went. */
export function WebhooksPage() {
  const t = useT();
  const query = useQuery(list<Webhook>('/api/v1/webhooks'));
  const begin = () => ui().open({ kind: 'dialog', title: t('webhooks.add'), body: (close) => <NewWebhook close={close} /> });
  const columns: Column<Webhook>[] = [
    { key: 'name', head: t('webhooks.name'), cell: (row) => row.name, width: '26%' },
    { key: 'url', head: t('webhooks.url'), cell: (row) => <span data-tip={row.url}>{row.url}</span>, isExtra: true },
    { key: 'last', head: t('webhooks.last'), cell: (row) => (row.is_enabled ? <CallBadge call={row.last_call} /> : t('webhooks.off')), width: '170px' },
  ];
  return (
    <Page
      title={t('settings.webhooks')}
      text={t('webhooks.text')}
      back={toSettings(t)}
      isWide
      actions={
        may('setup:write') && (
          <Button kind="primary" icon={<Plus size={15} />} onClick={begin}>
            {t('webhooks.add')}
          </Button>
        )
      }
    >
      {query.data ? (
        <Table
          label={t('settings.webhooks')}
          rows={query.data}
          columns={columns}
          keyOf={(row) => row.id}
          hrefOf={(row) => `/settings/webhooks/${row.id}`}
          empty={<Empty icon={<Icon size={22} />} title={t('settings.empty')} />}
        />
      ) : (
        <Pending query={query} />
      )}
    </Page>
  );
}
