import { Fragment, memo, type ReactNode, useMemo } from 'react';
import { A } from '../../app/A';
import { paths } from '../../app/routes';
import { useT } from '../../lib/i18n';
import type { Article } from '../../lib/ticket_detail';
import { apart, cutAt } from '../../lib/text_places';
import c from './marks.module.css';

const LINK = /\bhttps?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]]/g;
const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

type Props = { text: string; marked: readonly string[]; personal: Article['personal_data']; entities: Article['entities'] };

/** The words of a message as text: links can be followed, words that a suggestion rests on are marked, what the desk knows by its pattern leads to its other tickets. Never markup. */
export const MessageText = memo(function MessageText({ text, marked, personal, entities }: Props) {
  const t = useT();
  const parts = useMemo(
    () =>
      cutAt(text, apart(entities, personal)).map((piece, i) => {
        if (!piece.place) return <Fragment key={`w${i}`}>{withLinks(piece.text, marked)}</Fragment>;
        if ('text' in piece.place)
          return (
            <A key={`e${i}`} className={c.entity} href={paths.search(`"${piece.text}"`)} data-tip={t('entity.search', { kind: piece.place.kind.name })}>
              {piece.text}
            </A>
          );
        return (
          <span key={`p${i}`} className={c.personal} data-tip={t(`personal.kind.${piece.place.kind}`)}>
            {piece.text}
          </span>
        );
      }),
    [text, marked, personal, entities, t],
  );
  return <>{parts}</>;
});

function withLinks(text: string, marked: readonly string[]): ReactNode[] {
  const out: ReactNode[] = [];
  let end = 0;
  for (const match of text.matchAll(LINK)) {
    out.push(...withMarks(text.slice(end, match.index), marked, `t${end}`));
    out.push(
      <a key={`a${match.index}`} href={match[0]} target="_blank" rel="noopener noreferrer">
        {match[0]}
      </a>,
    );
    end = match.index + match[0].length;
  }
  out.push(...withMarks(text.slice(end), marked, `t${end}`));
  return out;
}

function withMarks(text: string, marked: readonly string[], key: string): ReactNode[] {
  if (!text) return [];
  if (!marked.length) return [text];
  // The words of a reason are folded to the beginnings of words; several may stand together.
  const pattern = marked.map((word) => word.split(/\s+/).map(escaped).join('\\s+')).join('|');
  return text.split(new RegExp(`(?<![\\p{L}\\p{N}])((?:${pattern})[\\p{L}]*)`, 'giu')).map((part, i) => (i % 2 ? <mark key={`${key}m${i}`}>{part}</mark> : part));
}
