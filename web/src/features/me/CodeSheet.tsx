import { Check, Copy, Download } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import f from '../../ui/form.module.css';
import c from './me.module.css';

/** Recovery codes, in sight once. */
export function CodeSheet({ codes, close }: { codes: string[]; close: () => void }) {
  const t = useT();
  const [isCopied, setCopied] = useState(false);
  const text = `${codes.join('\n')}\n`;
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  const save = () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
    link.download = 'lotse-recovery-codes.txt';
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <div className={f.form}>
      <p role="status">{t('codes.once')}</p>
      <ul className={c.codes} aria-label={t('codes.title')}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className={f.askButtons}>
        <Button icon={isCopied ? <Check size={15} /> : <Copy size={15} />} onClick={() => void copy()}>
          {t(isCopied ? 'codes.copied' : 'codes.copy')}
        </Button>
        <Button icon={<Download size={15} />} onClick={save}>
          {t('codes.save')}
        </Button>
        <Button kind="primary" onClick={close}>
          {t('codes.done')}
        </Button>
      </div>
    </div>
  );
}
