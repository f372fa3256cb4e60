import { useQuery } from '@tanstack/react-query';
import { ApiError, type Schemas } from '../../lib/api';
import { problemText } from '../../lib/fault_text';
import { useT } from '../../lib/i18n';
import { held, save } from '../../lib/records';
import { complain, say } from '../../lib/toasts';
import { CheckField } from '../../ui/fields';
import { Pending, Section } from '../../ui/Page';

/** Whether routing gives this person new tickets. */
export function Availability({ id }: { id: number }) {
  const t = useT();
  const url = `/api/v1/agents/${id}`;
  const query = useQuery(held<Schemas['Agent']>(url));
  const put = async (is_available: boolean) => {
    try {
      // The latest wish counts, whatever else of the record has changed meanwhile.
      await save('PUT', `${url}/availability`, { is_available });
      await query.refetch();
      say(t(is_available ? 'me.nowAvailable' : 'me.nowAway'), () => put(!is_available));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      complain(problemText(error));
    }
  };
  if (!query.data) return <Pending query={query} lines={2} />;
  return (
    <Section title={t('me.work')}>
      <CheckField
        name="is_available"
        label={t('me.isAvailable')}
        hint={t('me.isAvailableHint')}
        value={query.data.value.is_available}
        onChange={(isAvailable) => void put(isAvailable)}
      />
    </Section>
  );
}
