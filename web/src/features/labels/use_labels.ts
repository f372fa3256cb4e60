import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiError, newKey, type Schemas, write } from '../../lib/api';
import { problemText } from '../../lib/fault_text';
import { t } from '../../lib/i18n';
import { recountLabels } from '../../lib/label_count';
import { forget } from '../../lib/records';
import { complain, say, undoLast } from '../../lib/toasts';

export type Task = Schemas['LabelTask'];
export const LABELS_URL = '/api/v1/label-requests';
type Taken = { task: Task | null };

/** The ticket in hand: claimed, decided field by field, and followed by the next. undefined: it is being fetched. */
export function useLabels() {
  const [task, setTask] = useState<Task | null>();
  const [fault, setFault] = useState<ApiError>();
  const isBusy = useRef(false);
  const last = useRef<number | null>(null);

  /** One thing at a time; a refusal is said, and the next ticket comes. */
  const run = useCallback(async (act: () => Promise<Task | null>) => {
    if (isBusy.current) return;
    isBusy.current = true;
    try {
      setTask(await act());
      setFault(undefined);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.status === 409) {
        complain(problemText(error));
        const next = await claim().catch(() => undefined);
        if (next !== undefined) setTask(next);
      } else {
        setFault(error);
        complain(problemText(error));
      }
    } finally {
      isBusy.current = false;
      void recountLabels();
      void forget(LABELS_URL);
    }
  }, []);

  const takeBack = useCallback(() => {
    const decision = last.current;
    if (decision === null) {
      undoLast();
      return;
    }
    last.current = null;
    void run(async () => (await write<{ task: Task }>('POST', `/api/v1/label-decisions/${decision}/reversal`)).task);
  }, [run]);

  const decide = (field: string, value: string, name: string) => {
    if (!task) return;
    const key = newKey();
    void run(async () => {
      const body = { claim: task.claim, field, value };
      const done = await write<Taken & { decision: number }>('POST', `${LABELS_URL}/${task.ticket}/decision`, body, { 'Idempotency-Key': key });
      last.current = done.decision;
      say(t('labels.decided', { ticket: task.ticket, value: name }), takeBack);
      return done.task ?? claim();
    });
  };
  const skip = () => {
    if (!task) return;
    void run(async () => {
      await write('POST', `${LABELS_URL}/${task.ticket}/skip`, { claim: task.claim });
      return claim();
    });
  };
  const again = useCallback(() => void run(claim), [run]);
  useEffect(again, [again]);
  return { task, fault, decide, skip, takeBack, again };
}

const claim = async () => (await write<Taken>('POST', `${LABELS_URL}/claim`)).task;
