import { LoaderCircle, Paperclip, TriangleAlert, X } from 'lucide-react';
import { useT } from '../../lib/i18n';
import { bytes } from '../../lib/time';
import { useComposer } from './composer_state';
import c from './composer.module.css';
import { detach } from './uploads';

export function ComposerFiles() {
  const t = useT();
  const files = useComposer((state) => state.files[state.mode]);
  const forwarded = useComposer((state) => (state.mode === 'forward' ? state.forwarded : null));
  if (!files.length && !forwarded) return null;
  return (
    <ul className={c.files} aria-label={t('message.files')}>
      {forwarded && <li className={c.forwarded}>{t('composer.forwards', { name: forwarded.from_name || forwarded.agent?.name || '', count: forwarded.attachments.length })}</li>}
      {files.map((file) => (
        <li key={file.key} className={c.file} data-failed={file.failure !== undefined}>
          {file.failure ? <TriangleAlert size={13} aria-hidden="true" /> : file.upload ? <Paperclip size={13} aria-hidden="true" /> : <LoaderCircle size={13} className={c.busy} aria-hidden="true" />}
          <span>{file.name}</span>
          <small>{file.failure ?? bytes(file.size)}</small>
          <button type="button" aria-label={t('file.remove', { name: file.name })} onClick={() => detach(file.key)}>
            <X size={13} />
          </button>
        </li>
      ))}
    </ul>
  );
}
