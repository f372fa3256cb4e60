import { TriangleAlert, X } from 'lucide-react';
import { keysOf } from '../lib/hotkeys';
import { useT } from '../lib/i18n';
import { dropToast, type Toast, useToasts } from '../lib/toasts';
import { Keys } from './Keys';
import c from './toasts.module.css';

export function Toasts() {
  const toasts = useToasts((state) => state.toasts);
  return (
    <div className={c.toasts} role="status" aria-live="polite">
      {toasts.map((toast) => (
        <One key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function One({ toast }: { toast: Toast }) {
  const t = useT();
  const undo = () => {
    void toast.undo?.();
    dropToast(toast.id);
  };
  return (
    <div className={c.toast}>
      {toast.tone === 'bad' && <TriangleAlert size={15} aria-hidden="true" />}
      <span>{toast.text}</span>
      {toast.undo && (
        <button type="button" className={c.undo} onClick={undo}>
          {t('undo')} <Keys keys={keysOf({ id: 'undo', keys: 'z' })} className={c.keys} />
        </button>
      )}
      <button type="button" className={c.close} aria-label={t('close')} onClick={() => dropToast(toast.id)}>
        <X size={14} />
      </button>
    </div>
  );
}
