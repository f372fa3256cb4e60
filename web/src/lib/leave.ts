import { useEffect, useRef } from 'react';

/** Asks before a page with unsaved changes is left: by a link, by a command, by Back, by closing the tab. */
type Guard = () => Promise<boolean>;
let guard: Guard | null = null;
let address = location.href;

/** True at once where nothing is at stake. */
export const mayLeave = async (): Promise<boolean> => !guard || guard();
export const isGuarded = () => guard !== null;

/** What was at stake is saved, before React has heard of it. */
export const release = () => {
  guard = null;
};

const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();

// Back has already changed the address when we hear of it. It is put back at once, and the page the reader wanted is
// then one step behind.
function onBack(event: PopStateEvent) {
  if (!guard) return;
  event.stopImmediatePropagation();
  history.pushState(history.state, '', address);
  void guard().then((isFree) => {
    if (!isFree) return;
    guard = null;
    history.back();
  });
}
window.addEventListener('popstate', onBack, { capture: true });

export function useLeaveGuard(isDirty: boolean, ask: Guard) {
  const latest = useRef(ask);
  useEffect(() => {
    latest.current = ask;
  });
  useEffect(() => {
    if (!isDirty) return;
    const own: Guard = async () => {
      const isFree = await latest.current();
      if (isFree && guard === own) guard = null;
      return isFree;
    };
    guard = own;
    address = location.href;
    window.addEventListener('beforeunload', onUnload);
    return () => {
      if (guard === own) guard = null;
      window.removeEventListener('beforeunload', onUnload);
    };
  }, [isDirty]);
}
