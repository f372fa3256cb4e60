import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../../lib/api';
import { useT } from '../../lib/i18n';
import { held } from '../../lib/records';
import { Page, Pending } from '../../ui/Page';
import { Authenticator } from './Authenticator';
import { toMe } from './back';
import { Passkeys } from './Passkeys';
import { PasswordSection } from './PasswordSection';
import { RecoveryCodes } from './RecoveryCodes';

const FACTORS = '/api/v1/factors';

/** What proves that one is oneself: password, authenticator, passkeys, and the codes for the day when those are lost. */
export function SecurityPage() {
  const t = useT();
  const query = useQuery(held<Schemas['Factors']>(FACTORS));
  const factors = query.data?.value;
  const read = () => query.refetch();
  return (
    <Page title={t('security.title')} text={t('security.text')} back={toMe(t)}>
      {factors ? (
        <>
          <PasswordSection least={factors.totp.is_on || factors.passkeys.length ? 8 : 15} />
          <Authenticator totp={factors.totp} onChange={read} />
          <Passkeys passkeys={factors.passkeys} onChange={read} />
          {(factors.totp.is_on || factors.passkeys.length > 0) && <RecoveryCodes left={factors.recovery_codes_left} onChange={read} />}
        </>
      ) : (
        <Pending query={query} />
      )}
    </Page>
  );
}
