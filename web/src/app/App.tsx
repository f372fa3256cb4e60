import { lazy, Suspense, useLayoutEffect } from 'react';
import { later } from './later';
import { Shell } from './Shell';

const SignInPage = lazy(() => later.signIn().then((m) => ({ default: m.SignInPage })));

/** Without a session there is one page: sign-in, which comes back to where the visitor wanted to go. */
export function App({ isSignedIn }: { isSignedIn: boolean }) {
  return isSignedIn ? <Shell /> : <SignedOut />;
}

function SignedOut() {
  useLayoutEffect(() => {
    const { pathname, search } = location;
    if (pathname.startsWith('/sign-in')) return;
    const wanted = pathname === '/' ? '' : `?to=${encodeURIComponent(pathname + search)}`;
    history.replaceState(null, '', `/sign-in${wanted}`);
  }, []);
  return (
    <Suspense fallback={null}>
      <SignInPage />
    </Suspense>
  );
}
