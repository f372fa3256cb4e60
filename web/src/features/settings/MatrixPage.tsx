import type { Schemas } from '../../lib/api';
import { may } from '../../lib/boot';
import { useT } from '../../lib/i18n';
import { FormBody } from '../../ui/FormBody';
import f from '../../ui/form.module.css';
import { RecordPage, useRecordForm } from '../../ui/record_form';
import { toSettings } from './back';
import c from './settings.module.css';

type Matrix = Schemas['Matrix'];
type Level = keyof Matrix;
type Priority = Matrix['low']['low'];
const URL = '/api/v1/matrix';
const LEVELS: Level[] = ['low', 'medium', 'high'];
const PRIORITIES: Priority[] = ['low', 'normal', 'high', 'urgent'];

export function MatrixPage() {
  const t = useT();
  return (
    <RecordPage<Matrix> url={URL} blank={{} as Matrix} title={() => t('settings.matrix')} text={t('matrix.text')} back={toSettings(t)}>
      {(value) => <MatrixForm value={value} />}
    </RecordPage>
  );
}

function MatrixForm({ value }: { value: Matrix }) {
  const t = useT();
  const form = useRecordForm<Matrix, Matrix>({
    url: URL,
    collection: URL,
    method: 'PUT',
    value,
    shape: (matrix) => matrix,
    body: (matrix) => matrix,
    href: () => '/settings/matrix',
  });
  return (
    <FormBody form={form} action={t('form.save')} label={t('settings.matrix')} readOnly={!may('setup:write')}>
      <div className={c.tableBox}>
        <table className={c.grid}>
          <caption className="sr">{t('settings.matrix')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('matrix.corner')}</th>
              {LEVELS.map((urgency) => (
                <th key={urgency} scope="col">
                  {t(`urgency.${urgency}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {LEVELS.toReversed().map((impact) => (
              <tr key={impact}>
                <th scope="row">{t(`impact.${impact}`)}</th>
                {LEVELS.map((urgency) => (
                  <td key={urgency}>
                    <select
                      className={`${f.input} ${f.select}`}
                      aria-label={`${t(`impact.${impact}`)}, ${t(`urgency.${urgency}`)}`}
                      value={form.values[impact][urgency]}
                      onChange={(event) => form.set(impact, { ...form.values[impact], [urgency]: event.target.value as Priority })}
                    >
                      {PRIORITIES.map((priority) => (
                        <option key={priority} value={priority}>
                          {t(`priority.${priority}`)}
                        </option>
                      ))}
                    </select>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </FormBody>
  );
}
