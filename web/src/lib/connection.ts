import { create } from 'zustand';

/** Whether the live line stands. `since` is when it broke; short breaks are not worth a word. */
export const useConnection = create<{ lostAt: number | null }>(() => ({ lostAt: null }));

export const lineIsUp = () => useConnection.setState({ lostAt: null });
export const lineIsLost = () => {
  if (useConnection.getState().lostAt === null) useConnection.setState({ lostAt: Date.now() });
};
