import { newKey, read, write } from './api';
import { refuse } from './change';
import { t } from './i18n';
import { applyRow, findRow, type Row, receiveRow } from './rows';
import { qc } from './query_client';
import { TAGS_URL } from './tags';
import { knownTicket, rereadDetail } from './ticket_detail';
import { ui } from './ui_state';

type Tag = { id: number; name: string; count: number };

/** Gives and takes tags; a word that is no tag yet becomes one. */
export function pickTags(ids: number[], anchor: Element | null) {
  const has = (name: string) => ids.every((id) => (knownTicket(id) ?? findRow(id))?.tags?.includes(name));
  const given = new Set<string>();
  const items = read<{ items: Tag[] }>(TAGS_URL).then((page) =>
    page.items.map((tag) => {
      if (has(tag.name)) given.add(tag.name);
      return { id: tag.name, label: tag.name, isOn: given.has(tag.name) };
    }),
  );
  const make = async (name: string) => {
    await write('POST', TAGS_URL, { name }, { 'Idempotency-Key': newKey() });
    void qc.invalidateQueries({ queryKey: ['list', TAGS_URL] });
  };
  ui().open({
    kind: 'picker',
    anchor,
    title: t('command.tags'),
    many: true,
    items,
    create: (text) => t('tag.create', { name: text }),
    onPick: (name, isCreated) => {
      const isGiven = !given.delete(name);
      if (isGiven) given.add(name);
      void (isCreated ? make(name) : Promise.resolve()).then(() => Promise.all(ids.map((id) => setTag(id, name, isGiven))), refuse);
    },
  });
}

async function setTag(id: number, name: string, isGiven: boolean) {
  const before = knownTicket(id)?.tags ?? [];
  applyRow(id, { tags: isGiven ? [...before, name] : before.filter((tag) => tag !== name) });
  try {
    receiveRow(await write<Row>('PATCH', `/api/v1/tickets/${id}`, isGiven ? { tags_add: [name] } : { tags_remove: [name] }));
    void rereadDetail(id);
  } catch (error) {
    applyRow(id, { tags: before });
    refuse(error);
  }
}
