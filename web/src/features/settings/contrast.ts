/** One channel of sRGB as linear light (WCAG 2.2, relative luminance). */
const linear = (channel: number) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);

/** How well white writing stands on "#1d4f91": 1 to 21. Nothing for what is no colour. The server has the last word. */
export function contrastWithWhite(color: string): number | null {
  const parts = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color.trim());
  if (!parts) return null;
  const [red, green, blue] = parts.slice(1).map((part) => linear(Number.parseInt(part, 16) / 255)) as [number, number, number];
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

export const LEAST_CONTRAST = 4.5;
