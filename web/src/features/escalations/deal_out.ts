import { type ApiError, type newKey, read, type Schemas, write } from '../../lib/api';
import { problemText } from '../../lib/fault_text';
import { t } from '../../lib/i18n';
import { qc } from '../../lib/query_client';
import { add, forget } from '../../lib/records';
import { complain, say } from '../../lib/toasts';

type Plan = Schemas['RebalancePlan'];
export const DEALINGS_URL = '/api/v1/rebalances';

export const readPlan = () => read<Plan>(`${DEALINGS_URL}/plan`);

const reread = () => Promise.all([forget(DEALINGS_URL), qc.invalidateQueries({ queryKey: ['watch'] })]);

/** Does what the plan showed; what has changed since stays where it is, and the message tells how much moved. */
export async function applyPlan(plan: Plan, key: ReturnType<typeof newKey>): Promise<undefined> {
  const moves = plan.moves.map(({ ticket, from, to }) => ({ ticket: ticket.id, from: from?.id ?? null, to: to.id }));
  const done = await add<Schemas['Rebalance']>(DEALINGS_URL, { moves }, key);
  void reread();
  say(t('watch.dealing.done', { count: done.moves.length }), () => takeBack(done.id));
}

export async function takeBack(id: number) {
  try {
    const { back, left } = await write<Schemas['RebalanceReversal']>('POST', `${DEALINGS_URL}/${id}/reversal`);
    say(left ? t('watch.dealing.backSome', { back, left }) : t('watch.dealing.back', { count: back }));
  } catch (error) {
    complain(problemText(error as ApiError));
  }
  await reread();
}
