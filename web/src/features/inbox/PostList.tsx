import { useQuery } from '@tanstack/react-query';
import { Inbox, Menu } from 'lucide-react';
import type { ReactNode } from 'react';
import { A } from '../../app/A';
import { paths } from '../../app/routes';
import { read, write } from '../../lib/api';
import { refuse } from '../../lib/change';
import { useT } from '../../lib/i18n';
import { qc } from '../../lib/query_client';
import { recount } from '../../lib/reference';
import { stamp, useNow } from '../../lib/time';
import { ui } from '../../lib/ui_state';
import type { ShownView } from '../../lib/views';
import { Button } from '../../ui/Button';
import { Empty } from '../../ui/Empty';
import c from './list.module.css';
import p from './post.module.css';

type Ticket = { id: number; subject: string };
type Mention = { id: number; ticket: Ticket; by: { name: string } | null; excerpt: string; at: string; read_at: string | null };
type DraftOf = { ticket: Ticket; draft: { kind: 'reply' | 'note'; text: string; updated_at: string | null } };
type Post = { key: string; ticket: Ticket; head: string; text: string; at: string | null; isNew: boolean; onOpen?: () => void };

/** What calls for this person, or waits to be finished by him: mentions and drafts. */
export function PostList({ view, current }: { view: ShownView; current: number | undefined }) {
  const t = useT();
  const isMentions = view.kind === 'mentions';
  const posts = useQuery(isMentions ? mentions : drafts).data ?? [];
  const readAll = async () => {
    const newest = posts[0]?.key;
    await write('PUT', '/api/v1/mentions/reading', { up_to: Number(newest) }).catch(refuse);
    await reread();
  };
  const Title = current === undefined ? 'h1' : 'h2';
  return (
    <section className={c.list} aria-label={view.title}>
      <header className={c.head}>
        <Button kind="ghost" className={c.burger} icon={<Menu size={16} />} label={t('nav.main')} onClick={() => ui().setNavOpen(true)} />
        <Title>{view.title}</Title>
        {posts.some((post) => post.isNew) && (
          <Button kind="ghost" small onClick={() => void readAll()}>
            {t('mentions.readAll')}
          </Button>
        )}
      </header>
      <ul className={p.posts}>
        {posts.map((post) => (
          <PostRow key={post.key} post={post} view={view.id} isCurrent={post.ticket.id === current} />
        ))}
        {posts.length === 0 && (
          <li>
            <Empty icon={<Inbox size={24} />} title={t(isMentions ? 'mentions.none' : 'drafts.none')} />
          </li>
        )}
      </ul>
    </section>
  );
}

function PostRow({ post, view, isCurrent }: { post: Post; view: string; isCurrent: boolean }): ReactNode {
  const t = useT();
  const now = useNow();
  return (
    <li className={p.post} data-new={post.isNew} data-current={isCurrent}>
      <A href={paths.inbox(view, post.ticket.id)} aria-current={isCurrent ? 'true' : undefined} onClick={post.onOpen}>
        <span className={p.head}>
          <span>{post.head}</span>
          {post.at && <time dateTime={post.at}>{stamp(post.at, now)}</time>}
        </span>
        <b>{post.ticket.subject || t('ticket.noSubject')}</b>
        <span className={p.text}>{post.text}</span>
      </A>
    </li>
  );
}

const reread = async () => {
  await qc.invalidateQueries({ queryKey: ['posts'] });
  recount();
};
const markRead = (id: number) => void write('PUT', `/api/v1/mentions/${id}/reading`).then(reread, refuse);

const mentions = {
  queryKey: ['posts', 'mentions'],
  queryFn: async (): Promise<Post[]> => {
    const page = await read<{ items: Mention[] }>('/api/v1/mentions');
    return page.items.map((each) => ({
      key: String(each.id),
      ticket: each.ticket,
      head: each.by?.name ?? '',
      text: each.excerpt,
      at: each.at,
      isNew: !each.read_at,
      onOpen: each.read_at ? undefined : () => markRead(each.id),
    }));
  },
};
const drafts = {
  queryKey: ['posts', 'drafts'],
  queryFn: async (): Promise<Post[]> => {
    const page = await read<{ items: DraftOf[] }>('/api/v1/drafts');
    return page.items.map(({ draft, ticket }) => ({ key: `${ticket.id}${draft.kind}`, ticket, head: `#${ticket.id}`, text: draft.text, at: draft.updated_at, isNew: false }));
  },
};
