import { useEffect, useState } from 'react';
import { ui, useUi } from '../../lib/ui_state';

/**
 * Keys are quicker than pages: what was typed before the field had the focus stands in it, and an Enter among it takes
 * the first choice as soon as there is one.
 */
export function useTypedAhead(setText: (text: string) => void, take: () => void, isReady: boolean) {
  const typed = useUi((state) => state.typedAhead);
  const [isWaiting, setWaiting] = useState(false);
  useEffect(() => {
    if (!typed) return;
    const [words = '', ...rest] = typed.split('\n');
    setText(words);
    if (rest.length) setWaiting(true);
  }, [typed]);
  useEffect(() => {
    if (!isWaiting || !isReady || !ui().overlay) return;
    setWaiting(false);
    take();
  });
}
