/** All time zones by name; the one of this browser first. */
const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
const names = [...new Set([own, 'UTC', ...Intl.supportedValuesOf('timeZone')])];
export const ZONES = names.map((name) => ({ value: name, label: name.replaceAll('_', ' ') }));
export const ownZone = own;
