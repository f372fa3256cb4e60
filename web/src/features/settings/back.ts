import type { t as translate } from '../../lib/i18n';

/** On a phone a section leads back to the list of sections. */
export const toSettings = (t: typeof translate) => ({ href: '/settings', label: t('settings.title'), isForPhone: true });
