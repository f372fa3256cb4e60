import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Menu, SearchX } from 'lucide-react';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { A } from '../../app/A';
import { paths } from '../../app/routes';
import { ApiError } from '../../lib/api';
import { useT } from '../../lib/i18n';
import { search } from '../../lib/search';
import { ui } from '../../lib/ui_state';
import { Button } from '../../ui/Button';
import { Empty } from '../../ui/Empty';
import { QueryField } from '../../ui/QueryField';
import { Hit } from './Hit';
import c from './search.module.css';

const MOST = 50;
const PAUSE_MS = 120;

const RESULTS = 'results';
const hits = () => [...document.querySelectorAll<HTMLElement>(`#${RESULTS} li a`)];

/** Arrows go from one that was found to the next, and from the first back to the field. */
function moveInHits(event: KeyboardEvent) {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const all = hits();
  const at = all.indexOf(document.activeElement as HTMLElement);
  if (!by || at < 0) return;
  event.preventDefault();
  if (at + by < 0) document.querySelector<HTMLElement>('main [role=combobox]')?.focus();
  else all[at + by]?.focus();
}

/** Everything the desk knows, by words or by the language of queries. */
export function SearchPage() {
  const t = useT();
  const [, navigate] = useLocation();
  const wanted = new URLSearchParams(useSearch()).get('q') ?? '';
  const [text, setText] = useState(wanted);
  useEffect(() => setText(wanted), [wanted]);
  useEffect(() => {
    document.title = t('search.title');
  }, [t]);
  useEffect(() => {
    if (text === wanted) return;
    const timer = setTimeout(() => navigate(paths.search(text), { replace: true }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, wanted, navigate]);
  const answer = useQuery({
    queryKey: ['search', wanted],
    queryFn: ({ signal }) => search(wanted, MOST, signal),
    enabled: wanted.trim() !== '',
    placeholderData: keepPreviousData,
    retry: false,
  });
  const found = wanted.trim() ? answer.data : undefined;
  const fault = answer.error instanceof ApiError ? answer.error.message : undefined;
  const isNothing = found && !found.tickets.length && !found.customers.length && !found.organizations.length;
  return (
    <div className={c.page}>
      <header className={c.head}>
        <Button kind="ghost" className={c.burger} icon={<Menu size={16} />} label={t('nav.main')} onClick={() => ui().setNavOpen(true)} />
        <h1 className="sr">{t('search.title')}</h1>
        <QueryField value={text} onChange={setText} fault={fault} onGoOn={() => hits()[0]?.focus()} isLarge />
      </header>
      <div id={RESULTS} className={c.results} role="group" aria-label={t('search.title')} aria-live="polite" aria-busy={answer.isFetching} onKeyDown={moveInHits}>
        {found?.did_you_mean && (
          <p className={c.meant}>
            {t('search.meant')} <A href={paths.search(found.did_you_mean)}>{found.did_you_mean}</A>
          </p>
        )}
        {isNothing && <Empty icon={<SearchX size={24} />} title={t('search.nothing')} />}
        {!wanted.trim() && <p className={c.hint}>{t('search.hint')}</p>}
        {found && (found.customers.length > 0 || found.organizations.length > 0) && (
          <ul className={c.people}>
            {found.customers.map((each) => (
              <li key={`c${each.id}`}>
                <A href={paths.customers(each.id)}>
                  <b>{each.name}</b> <small>{each.email}</small>
                </A>
              </li>
            ))}
            {found.organizations.map((each) => (
              <li key={`o${each.id}`}>
                <A href={paths.orgs(each.id)}>
                  <b>{each.name}</b> <small>{t('field.organization')}</small>
                </A>
              </li>
            ))}
          </ul>
        )}
        <ul className={c.hits}>
          {found?.tickets.map((hit) => (
            <Hit key={hit.ticket.id} hit={hit} />
          ))}
        </ul>
      </div>
    </div>
  );
}
