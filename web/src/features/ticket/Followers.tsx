import { write, type Schemas } from '../../lib/api';
import { may, me } from '../../lib/boot';
import { refuse } from '../../lib/change';
import { useT } from '../../lib/i18n';
import { qc } from '../../lib/query_client';
import { type Detail, detailKey } from '../../lib/rows';
import { rereadDetail } from '../../lib/ticket_detail';

type Person = Schemas['Named'];

/** Who hears of the customer's answers besides the owner. */
export function Followers({ ticket, followers }: { ticket: Detail; followers: Person[] }) {
  const t = useT();
  const own = me();
  const isFollowing = followers.some((each) => each.id === own?.id);
  const toggle = async () => {
    if (!own) return;
    const after = isFollowing ? followers.filter((each) => each.id !== own.id) : [...followers, own];
    qc.setQueryData<Detail>(detailKey(ticket.id), (old) => old && { ...old, followers: after });
    await write(isFollowing ? 'DELETE' : 'PUT', `/api/v1/tickets/${ticket.id}/followers/${own.id}`).catch(refuse);
    await rereadDetail(ticket.id);
  };
  return (
    <div>
      <dt>{t('field.followers')}</dt>
      <dd>
        {followers.map((each) => each.name).join(', ')}{' '}
        {own && may('notes:write') && (
          <button type="button" aria-pressed={isFollowing} onClick={() => void toggle()}>
            {t(isFollowing ? 'follow.stop' : 'follow.start')}
          </button>
        )}
      </dd>
    </div>
  );
}
