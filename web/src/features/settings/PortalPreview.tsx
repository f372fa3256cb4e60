import type { CSSProperties } from 'react';
import { session } from '../../lib/boot';
import type { Schemas } from '../../lib/api';
import { useT } from '../../lib/i18n';
import { contrastWithWhite, LEAST_CONTRAST } from './contrast';
import { LogoImage } from './LogoImage';
import c from './portal.module.css';

/** The top of the first page as it would be. */
export function PortalPreview({ portal }: { portal: Schemas['Portal'] }) {
  const t = useT();
  const isGood = (contrastWithWhite(portal.color) ?? 0) >= LEAST_CONTRAST;
  const brand = isGood ? ({ '--brand': portal.color } as CSSProperties) : undefined;
  return (
    <figure className={c.preview} style={brand}>
      <figcaption>{t('portal.preview')}</figcaption>
      <div className={c.sheet}>
        <div className={c.brand}>
          {portal.logo && <LogoImage logo={portal.logo} className={c.logoShown} />}
          <b>{portal.name || session().desk.name}</b>
        </div>
        <p>{portal.welcome || t('portal.previewWelcome')}</p>
        <span className={c.button}>{t('portal.previewButton')}</span>
      </div>
    </figure>
  );
}
