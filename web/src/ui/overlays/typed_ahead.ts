import { type Dispatch, type SetStateAction, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { ui, useUi } from '../../lib/ui_state';

/**
 * Keys are quicker than pages: what was typed before the field had the focus stands in it, before what is typed there, and
 * an Enter among it takes the first choice as soon as there is one. What it returns waits for that, too: for an Enter that
 * reached the field while the choices are still on their way.
 */
export function useTypedAhead(setText: Dispatch<SetStateAction<string>>, take: () => void, isReady: boolean): () => void {
  const typed = useUi((state) => state.typedAhead);
  const taken = useRef(0);
  const put = useRef(0);
  const [isWaiting, setWaiting] = useState(false);
  // With the paint that gives the field its focus: no key comes between the two.
  useLayoutEffect(() => {
    if (typed.length < taken.current) taken.current = put.current = 0;
    const isDecided = typed.slice(0, taken.current).includes('\n');
    const [words = '', ...rest] = typed.slice(taken.current).split('\n');
    taken.current = typed.length;
    if (isDecided) return;
    const at = put.current;
    put.current += words.length;
    if (words) setText((text) => text.slice(0, at) + words + text.slice(at));
    if (rest.length) setWaiting(true);
  }, [typed]);
  useEffect(() => {
    if (!isWaiting || !isReady || !ui().overlay) return;
    setWaiting(false);
    take();
  });
  return () => setWaiting(true);
}
