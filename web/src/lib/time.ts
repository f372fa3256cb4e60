import { useSyncExternalStore } from 'react';
import { getLang } from './i18n';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const region = new Intl.Locale(navigator.language).maximize().region ?? 'GB';
/** The browser's region decides 12/24 h and separators; the chosen language decides the words. */
const locale = () => navigator.languages.find((wish) => wish.startsWith(getLang())) ?? `${getLang()}-${region}`;

let now = Date.now();
let timer = 0;
const watchers = new Set<() => void>();
function watch(tell: () => void) {
  watchers.add(tell);
  timer ||= window.setInterval(() => {
    now = Date.now();
    for (const each of watchers) each();
  }, 15_000);
  return () => {
    watchers.delete(tell);
    if (watchers.size) return;
    clearInterval(timer);
    timer = 0;
  };
}
/** One clock for every relative time on the page: one timer, one pass. */
export const useNow = () => useSyncExternalStore(watch, () => now);

// Intl objects are dear to make: one of each kind, for as long as the page lives.
const made = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();
function numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale() + JSON.stringify(options);
  const format = (made.get(key) as Intl.NumberFormat | undefined) ?? new Intl.NumberFormat(locale(), options);
  made.set(key, format);
  return format;
}
function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale()}@${JSON.stringify(options)}`;
  const format = (made.get(key) as Intl.DateTimeFormat | undefined) ?? new Intl.DateTimeFormat(locale(), options);
  made.set(key, format);
  return format;
}

type Width = 'narrow' | 'short' | 'long';
const unit = (name: string, width: Width) => numberFormat({ style: 'unit', unit: name, unitDisplay: width });

/** 45m, 3h, 2d in the reader's language; without sign. */
export function span(milliseconds: number, width: Width = 'narrow'): string {
  const minutes = Math.max(0, Math.round(Math.abs(milliseconds) / MINUTE));
  if (minutes < 60) return unit('minute', width).format(minutes);
  if (minutes < 10 * 60 && minutes % 60) {
    return `${unit('hour', width).format(Math.floor(minutes / 60))} ${unit('minute', width).format(minutes % 60)}`;
  }
  if (minutes < 48 * 60) return unit('hour', width).format(Math.round(minutes / 60));
  return unit('day', width).format(Math.round(minutes / 1440));
}

export const clock = (iso: string) => dateFormat({ hour: '2-digit', minute: '2-digit' }).format(new Date(iso));
export const full = (iso: string, timeZone?: string) =>
  dateFormat({ dateStyle: 'full', timeStyle: 'short', timeZone }).format(new Date(iso));
export const dateTime = (iso: string) => dateFormat({ dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
/** Weekday, day and time on the clock of a zone. */
export const moment = (iso: string, timeZone?: string) =>
  dateFormat({ weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZone }).format(new Date(iso));
export const day = (iso: string) => dateFormat({ dateStyle: 'medium' }).format(new Date(iso));

/** The clock for today, the day for this year, the date before. */
export function stamp(iso: string, reference: number): string {
  const age = reference - Date.parse(iso);
  // Yesterday's clock would read as later than now.
  if (new Date(iso).toDateString() === new Date(reference).toDateString()) return clock(iso);
  if (age < 300 * 24 * HOUR) return dateFormat({ day: 'numeric', month: 'short' }).format(new Date(iso));
  return dateFormat({ day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(iso));
}

export const number = (value: number) => numberFormat({}).format(value);
export const percent = (value: number) => numberFormat({ style: 'percent', maximumFractionDigits: 0 }).format(value);
/** Two decimals: 0.83 */
export const decimal = (value: number) => numberFormat({ minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value);
/** With one decimal where it matters: 99.5 %. */
export const finePercent = (value: number) => numberFormat({ style: 'percent', maximumFractionDigits: 1 }).format(value);
export function bytes(value: number): string {
  if (value < 1000) return unit('byte', 'long').format(value);
  if (value < 1e6) return unit('kilobyte', 'short').format(Math.round(value / 1e3));
  return unit('megabyte', 'short').format(Math.round(value / 1e5) / 10);
}
