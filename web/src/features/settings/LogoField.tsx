import { ImagePlus, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { useT } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { FieldGroup } from '../../ui/Field';
import type { Bound } from '../../ui/form';
import { LogoImage } from './LogoImage';
import c from './portal.module.css';

const MOST = 64 * 1024;

/** An image as base64; saved with the rest of the form. */
export function LogoField({ name, value, onChange, error }: Bound<string>) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const [isTooLarge, setTooLarge] = useState(false);

  async function take(file: File | undefined) {
    if (!file) return;
    setTooLarge(file.size > MOST);
    if (file.size > MOST) return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    onChange(btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')));
  }

  return (
    <FieldGroup label={t('portal.logo')} hint={t('portal.logoHint')} error={isTooLarge ? t('portal.logoTooLarge') : error}>
      <div className={c.logo}>
        {value && <LogoImage logo={value} className={c.logoShown} />}
        <input
          ref={input}
          type="file"
          name={name}
          className="sr"
          tabIndex={-1}
          aria-label={t('portal.logoChoose')}
          accept="image/png,image/jpeg,image/webp"
          onChange={(event) => {
            void take(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        <Button icon={<ImagePlus size={15} aria-hidden="true" />} onClick={() => input.current?.click()}>
          {t('portal.logoChoose')}
        </Button>
        {value && (
          <Button kind="ghost" icon={<Trash2 size={15} aria-hidden="true" />} onClick={() => onChange('')}>
            {t('portal.logoRemove')}
          </Button>
        )}
      </div>
    </FieldGroup>
  );
}
