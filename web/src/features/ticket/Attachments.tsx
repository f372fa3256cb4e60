import { Download, FileText, Image as Picture } from 'lucide-react';
import type { Schemas } from '../../lib/api';
import { useT } from '../../lib/i18n';
import { bytes } from '../../lib/time';
import { ui } from '../../lib/ui_state';
import c from './attachments.module.css';

type File = Schemas['Attachment'];
/** Kinds that a browser shows as a picture and that cannot run anything. */
const PICTURES = /^image\/(png|jpeg|gif|webp)$/;

/** Pictures are shown small and open large; everything else is handed to the reader's own program. */
export function Attachments({ files }: { files: File[] }) {
  const t = useT();
  if (!files.length) return null;
  return (
    <ul className={c.files} aria-label={t('message.files')}>
      {files.map((file) => (
        <li key={file.id}>{PICTURES.test(file.content_type) ? <Thumbnail file={file} /> : <FileLink file={file} />}</li>
      ))}
    </ul>
  );
}

function Thumbnail({ file }: { file: File }) {
  const t = useT();
  const open = () =>
    ui().open({
      kind: 'dialog',
      title: file.name,
      isWide: true,
      body: () => (
        <div className={c.preview}>
          <img src={file.url} alt={file.name} />
          <a href={file.url} download={file.name} className={c.file}>
            <Download size={14} aria-hidden="true" />
            {t('file.download')}
            <small>{bytes(file.size)}</small>
          </a>
        </div>
      ),
    });
  return (
    <button type="button" className={c.thumbnail} onClick={open} aria-label={t('file.open', { name: file.name })} data-tip={file.name}>
      <img src={file.url} alt="" loading="lazy" />
      <span className={c.caption}>
        <Picture size={12} aria-hidden="true" />
        {file.name}
      </span>
    </button>
  );
}

function FileLink({ file }: { file: File }) {
  return (
    <a href={file.url} download={file.name} className={c.file}>
      <FileText size={15} aria-hidden="true" />
      <span>{file.name}</span>
      <small>{bytes(file.size)}</small>
    </a>
  );
}
