import { CloudOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useConnection } from '../lib/connection';
import { useT } from '../lib/i18n';
import c from './connection.module.css';

const PATIENCE_MS = 2500;

/** Says that what stands here may be old, once it is sure; goes by itself. */
export function ConnectionBanner() {
  const t = useT();
  const lostAt = useConnection((state) => state.lostAt);
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    setShown(false);
    if (lostAt === null) return;
    const timer = setTimeout(() => setShown(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [lostAt]);
  return (
    <div role="status">
      {isShown && (
        <p className={c.banner}>
          <CloudOff size={15} aria-hidden="true" />
          {t('connection.lost')}
        </p>
      )}
    </div>
  );
}
