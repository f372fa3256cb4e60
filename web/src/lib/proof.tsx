import { ApiError, api, must } from './api';
import { t } from './i18n';
import { ui } from './ui_state';
import { ProofForm } from '../ui/ProofForm';

/** Does what is dear to lose; where the server wants a fresh proof of who is there, it is asked for and the act done again.
    False: the person broke it off. */
export async function proven(act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    if (!(error instanceof ApiError) || error.problem?.code !== 'session.confirm') throw error;
  }
  if (!(await askProof())) return false;
  await act();
  return true;
}

const askProof = () =>
  new Promise<boolean>((answer) => {
    ui().open({ kind: 'dialog', title: t('proof.title'), body: (close) => <ProofForm send={confirm} answer={answer} close={close} /> });
  });

const confirm = (proof: { password: string } | { code: string }) => must(api.POST('/api/v1/session/confirmation', { body: proof }));
