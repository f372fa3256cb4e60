import { ApiError } from '../../lib/api';
import { problemText } from '../../lib/fault_text';
import { complain } from '../../lib/toasts';

/** A refusal of the server is told; everything else is a fault of ours. */
export async function attempt(act: () => Promise<unknown>) {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    complain(problemText(error));
  }
}
