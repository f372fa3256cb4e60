import { ApiError, api, must, type Schemas } from '../../lib/api';
import { problemText } from '../../lib/fault_text';
import { useT } from '../../lib/i18n';
import { proven } from '../../lib/proof';
import { forget } from '../../lib/records';
import { complain, say } from '../../lib/toasts';
import { ask } from '../../ui/ask';
import { Button } from '../../ui/Button';
import { Section } from '../../ui/Page';
import { SessionList } from '../../ui/SessionList';
import c from './settings.module.css';

/** How somebody else signs in: letters to choose a password, help for who lost a phone, and where they are signed in. */
export function AgentSignIn({ agent }: { agent: Schemas['Agent'] }) {
  const t = useT();
  const path = { params: { path: { agent: agent.id } } };
  const attempt = async (act: () => Promise<unknown>) => {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      complain(problemText(error));
    }
  };
  const invite = () =>
    attempt(async () => {
      await must(api.POST('/api/v1/agents/{agent}/invitation', path));
      say(t('agents.invited', { email: agent.email }));
    });
  const takeFactors = async () => {
    const question = { title: t('agents.factorsTitle', { name: agent.name }), text: t('agents.factorsText'), action: t('agents.factors'), isDear: true };
    if (!(await ask(question))) return;
    await attempt(async () => {
      if (!(await proven(() => must(api.DELETE('/api/v1/agents/{agent}/factors', path))))) return;
      await forget('/api/v1/sessions');
      say(t('agents.factorsGone', { name: agent.name }));
    });
  };
  return (
    <Section title={t('agents.signIn')}>
      <div className={c.stack}>
        <p className={c.muted}>{t('agents.inviteText')}</p>
        <div className={c.actions}>
          <Button onClick={() => void invite()} disabled={agent.is_disabled}>
            {t('agents.invite')}
          </Button>
          <Button onClick={() => void takeFactors()}>{t('agents.factors')}</Button>
        </div>
        <h3 className={c.subhead}>{t('agents.sessions')}</h3>
        <SessionList agent={agent.id} />
      </div>
    </Section>
  );
}
