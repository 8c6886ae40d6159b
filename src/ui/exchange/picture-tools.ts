import type { WriteTools } from "#exchange/formats.ts";
import type { PaintableCanvas } from "#exchange/png/read-pixels.ts";
import type { TextOf } from "#i18n/i18n.ts";
import { FONT_FAMILY } from "#scene/shapes.ts";
import { fontArrivals, measureOnPage, noteFontArrival, pictureTexts, sceneTexts } from "../canvas/pen.ts";
import { reportTools } from "../reports/report-tools.ts";
import { localDate } from "../today.ts";

/** What writing a file needs of this page. `locale`: how the date is written. `gone`: the ids of findings that were gone. */
export function pictureTools(t: TextOf, locale: string, gone?: ReadonlySet<string>): WriteTools {
  const now = new Date();
  const today = localDate(now.toISOString());
  return {
    // A picture that leaves the product looks the same from every theme.
    pen: { texts: sceneTexts(t), measure: measureOnPage, today, typeScale: 1 },
    texts: pictureTexts(t),
    today: new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(now),
    reports: reportTools(t, locale, today, gone),
    fontArrivals,
    loadFonts,
    createCanvas,
  };
}

/** The typeface comes in parts, by alphabet: those that the texts need may not have been shown on this page yet. */
async function loadFonts(texts: readonly string[]): Promise<void> {
  const font = `500 16px ${FONT_FAMILY}`;
  const letters = `A${[...new Set(texts.join(""))].join("")}`;
  if (document.fonts.check(font, letters)) return;
  try {
    await document.fonts.load(font, letters);
  } catch {
    // Without a part of the typeface the system's takes its place, on the page as in the picture.
  }
  noteFontArrival();
}

/** Painted by the processor: every pixel is read again at once. */
function createCanvas(width: number, height: number): PaintableCanvas {
  const source = new OffscreenCanvas(width, height);
  return { source, context: source.getContext("2d", { willReadFrequently: true }) };
}
