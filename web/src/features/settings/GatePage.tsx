import { useQuery } from '@tanstack/react-query';
import { History, OctagonPause, Play } from 'lucide-react';
import { type ApiError, read, type Schemas, write } from '../../lib/api';
import { may } from '../../lib/boot';
import { problemText } from '../../lib/fault_text';
import { useT } from '../../lib/i18n';
import { forget } from '../../lib/records';
import { percent } from '../../lib/time';
import { complain, say } from '../../lib/toasts';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { LinkButton } from '../../ui/LinkButton';
import { Page, Pending } from '../../ui/Page';
import { Table } from '../../ui/Table';
import { toSettings } from './back';
import { GateAgreement } from './GateAgreement';
import { GatePromises } from './GatePromises';
import { GateStory } from './GateStory';
import { GateUndo } from './GateUndo';
import g from './gate.module.css';
import c from './settings.module.css';

type Gate = Schemas['Gate'];
type GateField = Schemas['GateField'];
export const GATE_URL = '/api/v1/gate';

/** What triage may do alone, field by field, and the one switch that stops all of it. */
export function GatePage() {
  const t = useT();
  const query = useQuery({ queryKey: ['gate', GATE_URL], queryFn: ({ signal }) => read<Gate>(GATE_URL, signal) });
  const gate = query.data;
  const counted = (field: GateField, stage: string) => field.values.filter((value) => value.stage === stage).length;
  return (
    <Page
      title={t('settings.gate')}
      text={t('gate.text')}
      back={toSettings(t)}
      isWide
      actions={
        <>
          <LinkButton href="/settings/gate/replay" icon={<History size={15} />}>
            {t('replay.title')}
          </LinkButton>
          {gate && may('setup:write') && <StopSwitch isStopped={gate.is_stopped} />}
        </>
      }
    >
      {gate?.is_stopped && (
        <p className={c.notice} role="status">
          {t('gate.isStopped')}
        </p>
      )}
      {gate ? (
        <>
          <div className={g.fields}>
            <Table
              label={t('settings.gate')}
              rows={gate.fields}
              keyOf={(field) => field.id}
              hrefOf={(field) => `/settings/gate/${field.id}`}
              columns={[
                { key: 'field', head: t('gate.field'), cell: (field) => t(`field.${field.field as 'category'}`) },
                { key: 'automatic', head: t('gate.automatic'), cell: (field) => counted(field, 'automatic'), isNumber: true, width: '140px', isExtra: true },
                { key: 'suggest', head: t('gate.suggest'), cell: (field) => counted(field, 'suggest'), isNumber: true, width: '130px', isExtra: true },
                { key: 'shadow', head: t('gate.shadow'), cell: (field) => counted(field, 'shadow'), isNumber: true, width: '110px', isExtra: true },
                { key: 'wanted', head: t('gate.precision'), cell: (field) => percent(field.precision), isNumber: true, width: '180px', isExtra: true },
                {
                  key: 'trust',
                  head: t('gate.before'),
                  cell: (field) =>
                    field.is_stopped ? <Badge tone="bad">{t('gate.stopped')}</Badge> : field.trusts_before_proof ? <Badge tone="warn">{t('gate.trusted')}</Badge> : t('gate.waits'),
                },
              ]}
            />
          </div>
          <GateStory />
          <GateAgreement />
          <GatePromises />
          {may('setup:write') && <GateUndo />}
        </>
      ) : (
        <Pending query={query} />
      )}
    </Page>
  );
}

/** Stopping needs no question: it harms nothing and is taken back by the same button. */
function StopSwitch({ isStopped }: { isStopped: boolean }) {
  const t = useT();
  const flip = async () => {
    try {
      await write(isStopped ? 'DELETE' : 'PUT', `${GATE_URL}/stop`);
      await forget(GATE_URL);
      say(t(isStopped ? 'gate.resumed' : 'gate.isStopped'));
    } catch (error) {
      complain(problemText(error as ApiError));
    }
  };
  return (
    <Button kind={isStopped ? 'primary' : 'danger'} icon={isStopped ? <Play size={15} /> : <OctagonPause size={15} />} onClick={() => void flip()}>
      {t(isStopped ? 'gate.resume' : 'gate.stop')}
    </Button>
  );
}
