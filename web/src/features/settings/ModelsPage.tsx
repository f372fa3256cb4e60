import { useQuery } from '@tanstack/react-query';
import { History, PinOff } from 'lucide-react';
import { read, type Schemas, write } from '../../lib/api';
import { may } from '../../lib/boot';
import { refuse } from '../../lib/change';
import { useT } from '../../lib/i18n';
import { forget } from '../../lib/records';
import { dateTime, decimal, number, percent } from '../../lib/time';
import { say } from '../../lib/toasts';
import { ask } from '../../ui/ask';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { Page, Pending, Section } from '../../ui/Page';
import { WideBox } from '../../ui/WideBox';
import { toSettings } from './back';
import c from './gate.module.css';
import { LearningCurve } from './LearningCurve';
import stacked from './stacked.module.css';

type Models = Schemas['ModelHistory'];
type Model = Schemas['Model'];
const URL = '/api/v1/models';

/** What was fitted on this desk's own tickets: how good each was, why it serves or lost, and the way back to an older one. */
export function ModelsPage() {
  const t = useT();
  const query = useQuery({ queryKey: ['models', URL], queryFn: ({ signal }) => read<Models>(URL, signal) });
  const history = query.data;
  return (
    <Page title={t('settings.models')} text={t('models.text')} back={toSettings(t)} isWide>
      {history ? (
        <>
          <p className={c.serving}>
            {history.serving === 'keywords' ? t('models.keywords') : t('models.serves', { version: history.serving })}{' '}
            {history.corrections > 0 && t('models.corrections', { count: history.corrections })}
          </p>
          <LanguageModel model={history.language_model} />
          {history.pin && <Pin pin={history.pin} />}
          {history.items.length > 1 && <LearningCurve models={history.items} />}
          {history.items.length > 0 && (
            <Section title={t('models.versions')} text={t('models.versionsText')}>
              <Versions models={history.items} />
            </Section>
          )}
        </>
      ) : (
        <Pending query={query} />
      )}
    </Page>
  );
}

function LanguageModel({ model }: { model: Models['language_model'] }) {
  const t = useT();
  const says = {
    on: () => t('models.meaningOn', { version: model.version ?? '' }),
    absent: () => t('models.meaningAbsent', { command: 'lotse models install e5' }),
    damaged: () => t('models.meaningDamaged', { why: model.says ?? '' }),
  }[model.state]();
  return (
    <p className={c.serving}>
      {says} {model.unread > 0 && t('models.unread', { count: model.unread })}
    </p>
  );
}

/** A person went back to this model, so the nightly fit does not simply replace it. */
function Pin({ pin }: { pin: NonNullable<Models['pin']> }) {
  const t = useT();
  return (
    <p className={c.serving}>
      {pin.by ? t('models.pinnedBy', { name: pin.by, at: dateTime(pin.at) }) : t('models.pinned', { at: dateTime(pin.at) })} {t('models.pinnedText')}{' '}
      {may('setup:write') && (
        <Button small icon={<PinOff size={14} />} onClick={() => void unpin()}>
          {t('models.unpin')}
        </Button>
      )}
    </p>
  );

  async function unpin() {
    try {
      await write('DELETE', `${URL}/pin`);
      await forget(URL);
      say(t('models.unpinned'));
    } catch (error) {
      refuse(error);
    }
  }
}

function Versions({ models }: { models: Model[] }) {
  const t = useT();
  const category = (model: Model) => model.scores.find((score) => score.field === 'category');
  return (
    <WideBox label={t('models.versions')}>
      <table className={`${c.table} ${stacked.stacked}`}>
        <caption className="sr">{t('models.versions')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('models.when')}</th>
            <th scope="col">{t('models.fittedOn')}</th>
            <th scope="col">{t('models.categoryRight')}</th>
            <th scope="col">{t('models.allRight')}</th>
            <th scope="col">{t('models.macroF1')}</th>
            <th scope="col">{t('models.ece')}</th>
            <th scope="col">{t('models.outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {models.map((model) => (
            <tr key={model.id}>
              <th scope="row">
                {dateTime(model.at)} <small className={c.version}>{model.version}</small>
              </th>
              <td data-head={t('models.fittedOn')}>{model.examples === null ? '–' : t('models.tickets', { count: model.examples })}</td>
              <td data-head={t('models.categoryRight')}>{share(category(model)?.accuracy)}</td>
              <td data-head={t('models.allRight')}>{share(model.accuracy)}</td>
              <td data-head={t('models.macroF1')}>{shown(category(model)?.macro_f1)}</td>
              <td data-head={t('models.ece')}>{shown(category(model)?.ece)}</td>
              <td>
                <Outcome model={model} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideBox>
  );
}

const share = (value: number | null | undefined) => (value === null || value === undefined ? '–' : percent(value));
const shown = (value: number | null | undefined) => (value === null || value === undefined ? '–' : decimal(value));

function Outcome({ model }: { model: Model }) {
  const t = useT();
  const why =
    model.accuracy === null || model.held_out === null
      ? ''
      : model.before === null || model.before === 0
        ? t('models.first', { count: model.held_out })
        : t(model.won ? 'models.won' : 'models.lost', { accuracy: percent(model.accuracy), before: percent(model.before), labels: number(model.held_out) });
  const meaning = (found: NonNullable<Model['meaning']>) => {
    const figures = { mixed: percent(found.accuracy), words: percent(found.accuracy_by_words), tickets: number(found.held_out) };
    return found.share > 0 ? t('models.meaningHelps', { ...figures, share: percent(found.share) }) : t('models.meaningIdle', figures);
  };
  return (
    <span className={c.outcome}>
      {model.is_serving ? <Badge tone="ok">{t('models.isServing')}</Badge> : model.won ? <Badge tone="outline">{t('models.served')}</Badge> : <Badge tone="outline">{t('models.neverServed')}</Badge>}
      <small className={c.muted}>{why}</small>
      {model.meaning && <small className={c.muted}>{meaning(model.meaning)}</small>}
      {model.is_kept && !model.is_serving && may('setup:write') && (
        <Button small icon={<History size={14} />} onClick={() => void goBack(model)}>
          {t('models.goBack')}
          <span className="sr"> {dateTime(model.at)}</span>
        </Button>
      )}
    </span>
  );

  async function goBack({ id, at }: Model) {
    const isSure = await ask({ title: t('models.goBack'), text: t('models.goBackAsk', { at: dateTime(at) }), action: t('models.goBack'), isDear: true });
    if (!isSure) return;
    try {
      await write('POST', `${URL}/${id}/serve`);
      await forget(URL);
      await forget('/api/v1/gate');
      say(t('models.wentBack', { at: dateTime(at) }));
    } catch (error) {
      refuse(error);
    }
  }
}
