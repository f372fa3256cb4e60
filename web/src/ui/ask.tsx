import { useEffect } from 'react';
import { useT } from '../lib/i18n';
import { ui } from '../lib/ui_state';
import { Button } from './Button';
import c from './form.module.css';

type Question = { title: string; text: string; action: string; isDear?: boolean };

/** A question before something dear: true only if the reader chose the action. */
export const ask = (question: Question) =>
  new Promise<boolean>((answer) => {
    ui().open({ kind: 'dialog', title: question.title, body: (close) => <Body {...question} answer={answer} close={close} /> });
  });

function Body({ text, action, isDear, answer, close }: Question & { answer: (yes: boolean) => void; close: () => void }) {
  const t = useT();
  useEffect(() => () => answer(false), []);
  return (
    <div className={c.ask}>
      <p>{text}</p>
      <div className={c.askButtons}>
        <Button onClick={close}>{t('form.cancel')}</Button>
        <Button
          kind={isDear ? 'danger' : 'primary'}
          onClick={() => {
            answer(true);
            close();
          }}
        >
          {action}
        </Button>
      </div>
    </div>
  );
}
