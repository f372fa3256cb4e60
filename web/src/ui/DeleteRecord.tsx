import { go } from '../app/routes';
import { ApiError } from '../lib/api';
import { problemText } from '../lib/fault_text';
import { useT } from '../lib/i18n';
import { release } from '../lib/leave';
import { remove } from '../lib/records';
import { complain, say } from '../lib/toasts';
import { ask } from './ask';
import { Button } from './Button';
import c from './form.module.css';

type Props = { url: string; name: string; /** What goes with it. */ text: string; /** Where one stands afterwards. */ href: string };

/** Deleting cannot be taken back, so it is asked. */
export function DeleteRecord({ url, name, text, href }: Props) {
  const t = useT();
  const run = async () => {
    if (!(await ask({ title: t('form.deleteTitle', { name }), text, action: t('form.delete'), isDear: true }))) return;
    try {
      await remove(url);
      release();
      go(href, true);
      say(t('form.deleted', { name }));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      complain(problemText(error));
    }
  };
  return (
    <div className={c.remove}>
      <p>{text}</p>
      <Button kind="danger" onClick={() => void run()}>
        {t('form.delete')}
      </Button>
    </div>
  );
}
