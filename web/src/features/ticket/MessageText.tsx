import { memo, type ReactNode, useMemo } from 'react';

const LINK = /\bhttps?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]]/g;
const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The words of a message as text: links can be followed, words that a suggestion rests on are marked. Never markup. */
export const MessageText = memo(function MessageText({ text, marked }: { text: string; marked: readonly string[] }) {
  const parts = useMemo(() => withLinks(text, marked), [text, marked]);
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
