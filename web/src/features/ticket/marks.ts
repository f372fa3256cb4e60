import { create } from 'zustand';
import type { Article } from '../../lib/ticket_detail';

export type PersonalKind = Article['personal_data'][number]['kind'];

/** Whether data about people is marked in the messages; kept for the next ticket and the next day. */
export const useMarks = create<{ isPersonalOn: boolean; setPersonal: (isOn: boolean) => void }>((set) => ({
  isPersonalOn: localStorage.getItem('marks.personal') === 'on',
  setPersonal: (isPersonalOn) => {
    localStorage.setItem('marks.personal', isPersonalOn ? 'on' : 'off');
    set({ isPersonalOn });
  },
}));

/** How often each kind stands in these messages, the most frequent first. */
export function countKinds(articles: readonly Article[]): [PersonalKind, number][] {
  const counts = new Map<PersonalKind, number>();
  for (const article of articles) for (const span of article.personal_data) counts.set(span.kind, (counts.get(span.kind) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}
