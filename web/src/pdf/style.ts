// The look of a printed fiche. All lengths are points (1/72 inch); y grows down the page.

/** A4 with margins of about two centimetres. */
export const PAGE = {
  width: 595.28,
  height: 841.89,
  left: 58,
  right: 537.28,
  top: 54,
  bottom: 775,
  footer: 800,
} as const;

/** Labels stand in the left column, answers in the right one. */
export const COLUMN = { label: 168, gap: 16 } as const;

export const VALUE_LEFT = PAGE.left + COLUMN.label + COLUMN.gap;

/** The light colours of web/static/palette.css; every text keeps a contrast of 4.5 to 1 and more. */
export const INK = {
  text: "#16282e",
  soft: "#4b5e65",
  accent: "#0b5563",
  tint: "#e1eeef",
  hairline: "#ced6d8",
} as const;

/** `size` of the letters, height of a line, distance from the line's top to its baseline. */
export interface TextStyle {
  size: number;
  line: number;
  baseline: number;
  color: string;
}

function textStyle(size: number, line: number, color: string): TextStyle {
  return { size, line, baseline: (line - size) / 2 + size * 0.84, color };
}

export const TEXT = {
  banner: textStyle(9.5, 14, INK.accent),
  title: textStyle(19, 25, INK.accent),
  source: textStyle(9.5, 14, INK.soft),
  section: textStyle(13, 18, INK.accent),
  subsection: textStyle(11.5, 16, INK.text),
  group: textStyle(10.5, 15, INK.soft),
  label: textStyle(10, 15, INK.soft),
  value: textStyle(10.5, 15, INK.text),
  notice: textStyle(9.5, 13.5, INK.text),
  margin: textStyle(9, 12, INK.soft),
} as const;
