import { LogOut } from 'lucide-react';
import { me } from '../../lib/boot';
import { useT } from '../../lib/i18n';
import { signOut } from '../../lib/sign_out';
import { Absences } from '../../ui/Absences';
import { CalendarFeed } from '../../ui/CalendarFeed';
import { Button } from '../../ui/Button';
import { Page } from '../../ui/Page';
import { AccountLinks } from './AccountLinks';
import { Appearance } from './Appearance';
import { Availability } from './Availability';
import { HandOver } from './HandOver';
import { KeyChoice } from './KeyChoice';

/** Everything that is one's own: how the desk looks, which keys work, how one signs in. */
export function MePage() {
  const t = useT();
  const own = me();
  return (
    <Page
      title={own?.name ?? t('me.title')}
      actions={
        <Button icon={<LogOut size={15} />} onClick={() => void signOut()}>
          {t('me.signOut')}
        </Button>
      }
    >
      {own && <HandOver />}
      {own && <Availability id={own.id} />}
      {own && <Absences agent={own.id} />}
      {own && <CalendarFeed url={`/api/v1/agents/${own.id}/absence-feed`} of="absences" file={`/api/v1/agents/${own.id}/absence-file`} />}
      <Appearance />
      <KeyChoice />
      <AccountLinks />
    </Page>
  );
}
