import { lazy, Suspense, useLayoutEffect } from 'react';
import { isSetupOpen, mustEnrol } from '../lib/boot';
import { later } from './later';
import { Shell } from './Shell';

const SignInPage = lazy(() => later.signIn().then((m) => ({ default: m.SignInPage })));

const EnrolPage = lazy(() => later.enrol().then((m) => ({ default: m.EnrolPage })));

const SetupPage = lazy(() => later.setup().then((m) => ({ default: m.SetupPage })));

/** Without a session there is sign-in, which comes back to where the visitor wanted to go; and set-up, as long as nobody has done it. */
export function App({ isSignedIn }: { isSignedIn: boolean }) {
  // The link of a letter is for whom it was sent to, whoever is signed in here.
  const isLetter = location.pathname === '/sign-in/reset';
  if (!isSignedIn || isLetter) return <SignedOut />;
  if (!mustEnrol()) return <Shell />;
  return (
    <Suspense fallback={null}>
      <EnrolPage />
    </Suspense>
  );
}

function SignedOut() {
  // Who comes to the front door of a fresh desk is led to its set-up, unless they know another desk here already.
  const isSetup = location.pathname.startsWith('/setup') || (isSetupOpen() && location.pathname === '/' && !localStorage.getItem('desk'));
  useLayoutEffect(() => {
    const { pathname, search } = location;
    if (isSetup && !pathname.startsWith('/setup')) history.replaceState(null, '', '/setup');
    if (isSetup || pathname.startsWith('/sign-in')) return;
    const wanted = pathname === '/' ? '' : `?to=${encodeURIComponent(pathname + search)}`;
    history.replaceState(null, '', `/sign-in${wanted}`);
  }, []);
  return (
    <Suspense fallback={null}>
      {isSetup ? <SetupPage /> : <SignInPage />}
    </Suspense>
  );
}
