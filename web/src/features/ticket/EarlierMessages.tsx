import { useEffect, useRef } from 'react';
import { useT } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import c from './timeline.module.css';

/** Stands above what is shown and reads on when it comes into sight; it can be pressed as well. */
export function EarlierMessages({ onReach, isFailed }: { onReach: () => void; isFailed: boolean }) {
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current;
    if (!element || isFailed) return;
    const seen = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting) onReach();
    });
    seen.observe(element);
    return () => seen.disconnect();
  }, [onReach, isFailed]);
  return (
    <div ref={box} className={c.earlier}>
      <Button kind="ghost" small onClick={onReach}>
        {t(isFailed ? 'retry' : 'ticket.earlier')}
      </Button>
    </div>
  );
}
