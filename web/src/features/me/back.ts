import type { useT } from '../../lib/i18n';

export const toMe = (t: ReturnType<typeof useT>) => ({ href: '/me', label: t('me.title') });
