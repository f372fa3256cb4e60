import { KeyRound, Plus } from 'lucide-react';
import type { Schemas } from '../../lib/api';
import { ApiError } from '../../lib/api';
import { problemText } from '../../lib/fault_text';
import { useT } from '../../lib/i18n';
import { remove, usePages } from '../../lib/records';
import { dateTime, day } from '../../lib/time';
import { complain, say } from '../../lib/toasts';
import { ui } from '../../lib/ui_state';
import { ask } from '../../ui/ask';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { Empty } from '../../ui/Empty';
import { Page, Pending } from '../../ui/Page';
import { type Column, Table } from '../../ui/Table';
import { toSettings } from './back';
import { NewToken } from './NewToken';

type Token = Schemas['Token'];
const LIST = '/api/v1/tokens';

export function TokensPage() {
  const t = useT();
  const pages = usePages<Token>(LIST);
  const begin = () => ui().open({ kind: 'dialog', title: t('tokens.add'), isWide: true, body: (close) => <NewToken close={close} /> });
  const columns: Column<Token>[] = [
    { key: 'name', head: t('tokens.name'), cell: (token) => token.name },
    { key: 'scopes', head: t('tokens.scopes'), cell: (token) => <span data-tip={token.scopes.join(', ')}>{token.scopes.join(', ')}</span>, isExtra: true },
    { key: 'used', head: t('tokens.used'), cell: (token) => (token.last_used_at ? dateTime(token.last_used_at) : t('tokens.never')), isExtra: true },
    { key: 'state', head: t('tokens.state'), cell: (token) => <State token={token} />, width: '146px' },
    { key: 'revoke', head: t('tokens.actions'), cell: (token) => !token.revoked_at && <Revoke token={token} />, width: '112px' },
  ];
  return (
    <Page
      title={t('settings.tokens')}
      text={t('tokens.text')}
      back={toSettings(t)}
      isWide
      actions={
        <Button kind="primary" icon={<Plus size={15} />} onClick={begin}>
          {t('tokens.add')}
        </Button>
      }
    >
      {pages.data ? (
        <Table
          label={t('settings.tokens')}
          rows={pages.rows}
          columns={columns}
          keyOf={(token) => token.id}
          onEnd={() => void pages.fetchNextPage()}
          hasMore={pages.hasNextPage}
          empty={<Empty icon={<KeyRound size={22} />} title={t('tokens.none')} />}
        />
      ) : (
        <Pending query={pages} />
      )}
    </Page>
  );
}

function State({ token }: { token: Token }) {
  const t = useT();
  if (token.revoked_at) return <Badge tone="bad">{t('tokens.revoked')}</Badge>;
  if (!token.expires_at) return <Badge>{t('tokens.forever')}</Badge>;
  const isOver = Date.parse(token.expires_at) < Date.now();
  return <Badge tone={isOver ? 'warn' : 'ok'}>{t(isOver ? 'tokens.expired' : 'tokens.until', { date: day(token.expires_at) })}</Badge>;
}

function Revoke({ token }: { token: Token }) {
  const t = useT();
  const revoke = async () => {
    const isSure = await ask({ title: t('tokens.revokeTitle', { name: token.name }), text: t('tokens.revokeText'), action: t('tokens.revoke'), isDear: true });
    if (!isSure) return;
    try {
      await remove(`${LIST}/${token.id}`);
      say(t('tokens.nowRevoked', { name: token.name }));
    } catch (error) {
      if (error instanceof ApiError) complain(problemText(error));
      else throw error;
    }
  };
  return (
    <Button small kind="danger" onClick={() => void revoke()}>
      {t('tokens.revoke')}
      <span className="sr"> {token.name}</span>
    </Button>
  );
}
