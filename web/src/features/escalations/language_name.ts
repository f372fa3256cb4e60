import { getLang } from '../../lib/i18n';

/** "Polish" for "pl", in the reader's language; the code itself where the browser knows no name. */
export function languageName(code: string): string {
  try {
    return new Intl.DisplayNames([getLang()], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}
