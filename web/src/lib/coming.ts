/** Parts of the answers that the description of the API does not have yet. Dies with the last of them. */
export type Person = { id: number; name: string };
export type TicketRef = { id: number; subject: string; status: string };
export type ComingRow = {
  tags?: string[];
  fields?: Record<string, unknown>;
  due_at?: string | null;
  merged_into?: number | null;
  snoozed_until?: string | null;
};
export type Recipient = { address: string; name?: string | null };
export type Upload = { id: number; name: string; content_type: string; size: number; url: string; is_inline: boolean; content_id: string | null };
export type Draft = {
  kind: 'reply' | 'note';
  ticket: number;
  revision: number;
  is_empty: boolean;
  text: string;
  to: Recipient[];
  cc: Recipient[];
  attachments: Upload[];
  agent: Person | null;
  updated_at: string | null;
};
export type ChecklistItem = { id: number; position: number; text: string; is_done: boolean; done_by: Person | null; done_at: string | null };
export type ComingDetail = {
  articles_before?: string | null;
  article_count?: number;
  drafts?: Draft[];
  signature?: string;
  followers?: Person[];
  checklist?: ChecklistItem[];
  minutes_spent?: number;
  times?: TimeItem[];
  links?: { kind: string; ticket: TicketRef }[];
  merged?: { ticket: TicketRef; at: string }[];
  split_from?: TicketRef | null;
};
export type FieldKind = 'text' | 'number' | 'date' | 'choice' | 'tree' | 'multi';
export type Field = {
  id: number;
  key: string;
  name: Record<string, string>;
  kind: FieldKind;
  options: { value: string; name: Record<string, string> }[];
  shown_when: { field: string; values: string[] } | null;
  required_at: 'solve' | 'close' | null;
  position: number;
  queues: number[];
  categories: number[];
};
export type TimeItem = { id: number; minutes: number; activity: string | null; note: string | null; agent: Person | null; at: string };
