import type { ComponentType } from 'react';
import { A } from '../../app/A';
import { useT } from '../../lib/i18n';
import { useIsPhone } from '../../lib/media';
import { Page } from '../../ui/Page';
import { AgentPage } from './AgentPage';
import { AgentsPage } from './AgentsPage';
import { AnswerPage } from './AnswerPage';
import { AnswersPage } from './AnswersPage';
import { AuditPage } from './AuditPage';
import { CalendarPage } from './CalendarPage';
import { CategoriesPage } from './CategoriesPage';
import { CategoryPage } from './CategoryPage';
import { ChainPage } from './ChainPage';
import { ChainsPage } from './ChainsPage';
import { EntitiesPage } from './EntitiesPage';
import { EntityPage } from './EntityPage';
import { FairnessPage } from './FairnessPage';
import { GateFieldPage } from './GateFieldPage';
import { GatePage } from './GatePage';
import { GeneralPage } from './GeneralPage';
import { FieldPage } from './FieldPage';
import { CalendarsPage, FieldsPage, MailboxesPage, PoliciesPage, QueuesPage, TagsPage } from './lists';
import { MacroPage } from './MacroPage';
import { MacrosPage } from './MacrosPage';
import { MailboxPage } from './MailboxPage';
import { MatrixPage } from './MatrixPage';
import { ModelsPage } from './ModelsPage';
import { OutgoingPage } from './OutgoingPage';
import { PolicyPage } from './PolicyPage';
import { PortalPage } from './PortalPage';
import { QueuePage } from './QueuePage';
import { ReasonsPage } from './ReasonsPage';
import { ReplayPage } from './ReplayPage';
import { RosterPage } from './RosterPage';
import { RoutingPage } from './RoutingPage';
import { RoutingQueuePage } from './RoutingQueuePage';
import { sections } from './sections';
import c from './settings.module.css';
import { ShiftPage } from './ShiftPage';
import { SignInPage } from './SignInPage';
import { TagPage } from './TagPage';
import { TokensPage } from './TokensPage';
import { UndeliveredPage } from './UndeliveredPage';
import { WebhookPage } from './WebhookPage';
import { WebhooksPage } from './WebhooksPage';
import { WhatIfAnswerPage } from './WhatIfAnswerPage';
import { WhatIfPage } from './WhatIfPage';

type RecordProps = { id: number | null };
type Pages = { list: ComponentType; one?: ComponentType<RecordProps>; named?: Record<string, ComponentType> };
const PAGES: Record<string, Pages> = {
  general: { list: GeneralPage },
  agents: { list: AgentsPage, one: AgentPage },
  roster: { list: RosterPage, one: ShiftPage },
  signin: { list: SignInPage },
  queues: { list: QueuesPage, one: QueuePage },
  routing: { list: RoutingPage, one: RoutingQueuePage },
  categories: { list: CategoriesPage, one: CategoryPage },
  tags: { list: TagsPage, one: TagPage },
  fields: { list: FieldsPage, one: FieldPage },
  entities: { list: EntitiesPage, one: EntityPage },
  matrix: { list: MatrixPage },
  calendars: { list: CalendarsPage, one: CalendarPage },
  policies: { list: PoliciesPage, one: PolicyPage },
  reasons: { list: ReasonsPage },
  'escalation-chains': { list: ChainsPage, one: ChainPage },
  webhooks: { list: WebhooksPage, one: WebhookPage },
  mailboxes: { list: MailboxesPage, one: MailboxPage },
  outgoing: { list: OutgoingPage },
  undelivered: { list: UndeliveredPage },
  portal: { list: PortalPage },
  answers: { list: AnswersPage, one: AnswerPage },
  macros: { list: MacrosPage, one: MacroPage },
  gate: { list: GatePage, one: GateFieldPage, named: { replay: ReplayPage } },
  models: { list: ModelsPage },
  whatif: { list: WhatIfPage, one: WhatIfAnswerPage },
  fairness: { list: FairnessPage },
  tokens: { list: TokensPage },
  audit: { list: AuditPage },
};

/** /settings itself is the list of sections on a phone, and on a wide screen the first of them. */
export function SettingsPages({ section, id }: { section?: string; id?: string }) {
  const t = useT();
  const isPhone = useIsPhone();
  if (isPhone && !section) {
    return (
      <Page title={t('settings.title')}>
        <Sections />
      </Page>
    );
  }
  const shown = section ?? 'general';
  const page = PAGES[shown];
  const One = page?.one;
  const List = page?.list ?? GeneralPage;
  const Named = id ? page?.named?.[id] : undefined;
  const content = Named ? <Named /> : id && One ? <One key={id} id={id === 'new' ? null : Number(id)} /> : <List />;
  if (isPhone) return content;
  return (
    <div className={c.layout}>
      <div className={c.side}>
        <p className={c.sideTitle}>{t('settings.title')}</p>
        <Sections shown={shown} />
      </div>
      <div className={c.content}>{content}</div>
    </div>
  );
}

function Sections({ shown }: { shown?: string }) {
  const t = useT();
  return (
    <nav className={c.sections} aria-label={t('settings.title')}>
      <ul>
        {sections().map(({ path, label, icon: Icon }) => (
          <li key={path}>
            <A href={`/settings/${path}`} className={c.item} aria-current={path === shown ? 'page' : undefined}>
              <Icon size={16} aria-hidden="true" />
              {t(label)}
            </A>
          </li>
        ))}
      </ul>
    </nav>
  );
}
