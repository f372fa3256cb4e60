import { useLayoutEffect } from 'react';
import { Shell } from './Shell';

/** Without a session there is one page: sign-in, which comes back to where the visitor wanted to go. */
export function App({ isSignedIn }: { isSignedIn: boolean }) {
  return isSignedIn ? <Shell /> : <SignedOut />;
}

function SignedOut() {
  useLayoutEffect(() => {
    if (location.pathname !== '/sign-in') history.replaceState(null, '', `/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`);
  }, []);
  return null;
}
