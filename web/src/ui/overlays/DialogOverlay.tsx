import { X } from 'lucide-react';
import { useT } from '../../lib/i18n';
import { type Overlay, ui } from '../../lib/ui_state';
import { Button } from '../Button';
import { cx } from '../class_names';
import c from './dialog.module.css';
import { Modal } from './Modal';

/** A dialog whose body the opener brings. */
export function DialogOverlay({ overlay }: { overlay: Extract<Overlay, { kind: 'dialog' }> }) {
  const t = useT();
  const close = () => ui().close();
  return (
    <Modal title={overlay.title} className={cx(c.dialog, overlay.isWide && c.wide)}>
      <header className={c.head}>
        <h2 className={c.title}>{overlay.title}</h2>
        <Button kind="ghost" small icon={<X size={15} />} label={t('close')} onClick={close} />
      </header>
      <div className={c.body}>{overlay.body(close)}</div>
    </Modal>
  );
}
