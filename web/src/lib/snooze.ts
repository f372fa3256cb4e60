import { write } from './api';
import { refuse } from './change';
import { t } from './i18n';
import { applyRow, type Row, receiveRow } from './rows';
import { rereadDetail } from './ticket_detail';
import { dateTime } from './time';
import { say } from './toasts';
import { ui } from './ui_state';

async function setSnooze(id: number, until: string | null): Promise<boolean> {
  applyRow(id, { snoozed_until: until });
  try {
    const url = `/api/v1/tickets/${id}/snooze`;
    receiveRow(until ? await write<Row>('PUT', url, { until }) : await write<Row>('DELETE', url));
    void rereadDetail(id);
    return true;
  } catch (error) {
    applyRow(id, { snoozed_until: null });
    refuse(error);
    return false;
  }
}

/** Asks until when, then lets the tickets rest; they wake by themselves, or when the customer writes. */
export function snooze(ids: number[], anchor: Element | null, isAsleep: boolean, then?: () => void) {
  ui().open({
    kind: 'moment',
    anchor,
    title: t('command.snooze'),
    canClear: isAsleep,
    onPick: (at) => {
      const until = at?.toISOString() ?? null;
      for (const id of ids) void setSnooze(id, until);
      say(until ? t('said.snoozed', { until: dateTime(until) }) : t('said.awake'), () => {
        for (const id of ids) void setSnooze(id, null);
      });
      if (until) then?.();
    },
  });
}
