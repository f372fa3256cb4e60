import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Schemas } from '../../lib/api';
import { useT } from '../../lib/i18n';
import { Entry } from '../../ui/Entry';
import { Forgotten } from './Forgotten';
import { NewPassword } from './NewPassword';
import { PasskeyButton } from './PasskeyButton';
import { PasswordForm } from './PasswordForm';
import { SecondStep } from './SecondStep';
import c from './signin.module.css';

/** The way in, and what leads to it: a second step, a forgotten password, a letter that let one choose a new one. */
export function SignInPage() {
  const t = useT();
  const [path, go] = useLocation();
  const [email, setEmail] = useState('');
  const [step, setStep] = useState<Schemas['SecondStep']>();
  const [isChosen, setChosen] = useState(false);
  const toStart = () => {
    setStep(undefined);
    go(`/sign-in${location.search}`);
  };
  if (path === '/sign-in/forgotten') return <Forgotten email={email} onBack={toStart} />;
  if (path === '/sign-in/reset')
    return (
      <NewPassword
        onDone={() => {
          setChosen(true);
          toStart();
        }}
        onForgotten={() => go(`/sign-in/forgotten${location.search}`)}
      />
    );
  if (step) return <SecondStep step={step} onBack={toStart} />;
  return (
    <Entry title={t('signin.title')} text={t(isChosen ? 'signin.chosen' : 'signin.text')}>
      <PasswordForm email={email} onEmail={setEmail} onStep={setStep} />
      <div className={c.other}>
        <PasskeyButton label={t('signin.passkey')} />
        <a
          className={c.link}
          href={`/sign-in/forgotten${location.search}`}
          onClick={(event) => {
            event.preventDefault();
            go(`/sign-in/forgotten${location.search}`);
          }}
        >
          {t('signin.forgotten')}
        </a>
      </div>
    </Entry>
  );
}
