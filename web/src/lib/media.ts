import { useSyncExternalStore } from 'react';

/** Where one thing has room at a time. */
const phone = matchMedia('(max-width: 900px)');
const watch = (tell: () => void) => {
  phone.addEventListener('change', tell);
  return () => phone.removeEventListener('change', tell);
};
export const useIsPhone = () => useSyncExternalStore(watch, () => phone.matches);
