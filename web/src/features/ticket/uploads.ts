import { ApiError, write, type Schemas } from '../../lib/api';
import { t } from '../../lib/i18n';
import { bytes } from '../../lib/time';
import { changeFiles, composer } from './composer_state';

type Upload = Schemas['Upload'];

const MOST_BYTES = 25 * 1024 * 1024;
/** The round number that the server names, too. */
const MOST_TOLD = 25e6;

/** Files that were chosen, dropped or pasted go to the server at once; sending waits for them. */
export function attach(files: Iterable<File>) {
  const { ticket, mode } = composer();
  for (const file of files) {
    const key = crypto.randomUUID();
    const update = (change: { upload?: Upload; failure?: string }) =>
      changeFiles(ticket, mode, (all) => all.map((each) => (each.key === key ? { ...each, ...change } : each)));
    changeFiles(ticket, mode, (all) => [...all, { key, name: file.name || 'image.png', size: file.size }]);
    if (file.size > MOST_BYTES) {
      update({ failure: t('file.tooLarge', { most: bytes(MOST_TOLD) }) });
      continue;
    }
    const query = new URLSearchParams({ name: file.name || 'image.png', content_type: file.type || 'application/octet-stream' });
    write<Upload>('POST', `/api/v1/uploads?${query}`, file, { 'content-type': 'application/octet-stream' }).then(
      (upload) => update({ upload }),
      (error: unknown) => update({ failure: error instanceof ApiError && error.problem ? error.message : t('failed.connection') }),
    );
  }
}

export function detach(key: string) {
  const { ticket, mode, files } = composer();
  const upload = files[mode].find((file) => file.key === key)?.upload;
  changeFiles(ticket, mode, (all) => all.filter((file) => file.key !== key));
  if (upload) void write('DELETE', `/api/v1/uploads/${upload.id}`).catch(() => undefined);
}
