import { Trash2 } from 'lucide-react';
import { go, paths } from '../../app/routes';
import { api, must, newKey, type Schemas } from '../../lib/api';
import { refuse } from '../../lib/change';
import { t, useT } from '../../lib/i18n';
import { useQueues } from '../../lib/reference';
import { say } from '../../lib/toasts';
import { rereadViews, type View, viewId } from '../../lib/views';
import { Button } from '../../ui/Button';
import { FormMessages } from '../../ui/FormBody';
import { Field } from '../../ui/Field';
import { ChecksField, SelectField, TextField } from '../../ui/fields';
import { useForm } from '../../ui/form';
import { QueryField } from '../../ui/QueryField';
import { SORTS } from './list_state';
import c from './view_form.module.css';

type Values = Pick<Schemas['NewView'], 'name' | 'query'> & { sort: string; queues: number[] };
type Props = { view?: View; start: Values; close: () => void };

/** A view of one's own, made or changed: its name, what it finds, its order, and who else sees it. */
export function ViewForm({ view, start, close }: Props) {
  const t = useT();
  const queues = useQueues();
  const form = useForm<Values>({
    start,
    isCheap: true,
    check: ({ name }): Record<string, string> => (name.trim() ? {} : { '/name': t('fault.empty') }),
    send: async (values) => {
      const kept = view?.id ? await change(view.id, values) : await make(values);
      await rereadViews();
      close();
      go(paths.inbox(viewId(kept)));
    },
  });
  const { bind } = form;
  return (
    <form ref={form.element} onSubmit={form.submit} noValidate aria-label={t(view ? 'view.change' : 'view.keep')}>
      <FormMessages form={form} />
      <div className={c.fields}>
        <TextField label={t('view.name')} {...bind('name')} isRequired maxLength={100} autoFocus />
        <Field label={t('view.query')} hint={t('view.queryHint')}>
          {({ id }) => <QueryField id={id} value={form.values.query} onChange={(query) => form.set('query', query)} fault={form.errorAt('query')} isFocused={false} />}
        </Field>
        <SelectField label={t('list.sort')} {...bind('sort')} options={SORTS.map((sort) => ({ value: sort as string, label: t(`sort.${sort}`) }))} />
        {queues.length > 0 && (
          <ChecksField label={t('view.share')} hint={t('view.shareHint')} {...bind('queues')} options={queues.map(({ id, name }) => ({ value: id, label: name }))} />
        )}
      </div>
      <div className={c.buttons}>
        {view?.id && (
          <Button kind="ghost" icon={<Trash2 size={15} />} onClick={() => void remove(view, start, close)}>
            {t('view.delete')}
          </Button>
        )}
        <span className={c.gap} />
        <Button onClick={close}>{t('form.cancel')}</Button>
        <Button type="submit" kind="primary" disabled={form.isBusy}>
          {t('form.save')}
        </Button>
      </div>
    </form>
  );
}

const make = (body: Values) => must(api.POST('/api/v1/views', { body, params: { header: { 'Idempotency-Key': newKey() } } }));
const change = (view: number, body: Values) => must(api.PATCH('/api/v1/views/{view}', { params: { path: { view } }, body }));

/** Gone at once; the way back makes it anew. */
async function remove(view: View, values: Values, close: () => void) {
  try {
    await must(api.DELETE('/api/v1/views/{view}', { params: { path: { view: view.id as number } } }));
    close();
    go(paths.inbox('mine'));
    await rereadViews();
    say(t('said.viewDeleted', { name: values.name }), () => make(values).then(rereadViews).then(() => undefined, refuse));
  } catch (error) {
    refuse(error);
  }
}
