import type { JourneyMap } from "#model/journey-map.ts";
import type { Pen } from "#scene/drawing.ts";
import { palettes } from "#scene/palette.ts";
import type { PictureTexts } from "#scene/picture.ts";
import { drawPicture, type Picture } from "#scene/picture.ts";
import { type Problem, problem } from "../problem.ts";
import { fitsCanvas, largestScale, pixelsOf } from "./canvas-limits.ts";
import { paintStrips } from "./paint-strips.ts";
import type { PaintableCanvas } from "./read-pixels.ts";
import { startEncoders } from "./strip-encoders.ts";

export const pictureThemes = ["light", "dark"] as const;
export const pictureScales = [1, 2, 3] as const;

/** What a picture is to show. */
export interface PictureSettings {
  /** Pixels per map unit. */
  readonly scale: number;
  /** Null: the whole map. */
  readonly nodeIds: readonly string[] | null;
  readonly hasTitle: boolean;
  readonly hasLegend: boolean;
  readonly hasDate: boolean;
  readonly theme: (typeof pictureThemes)[number];
}

export const defaultPictureSettings: PictureSettings = {
  scale: 2,
  nodeIds: null,
  hasTitle: true,
  hasLegend: true,
  hasDate: true,
  theme: "light",
};

export interface PictureTools {
  readonly pen: Pen;
  readonly texts: PictureTexts;
  /** Today, as the reader writes it. */
  readonly today: string;
  /** Grows with every font that arrives: what was drawn before looks different now. */
  fontArrivals(): number;
  /** Resolves when the fonts for these texts can be measured and painted with. */
  loadFonts(texts: readonly string[]): Promise<void>;
  /** Sizes in pixels. */
  createCanvas(width: number, height: number): PaintableCanvas;
}

export type WriteResult =
  | { readonly ok: true; readonly blob: Blob }
  | { readonly ok: false; readonly problem: Problem };

/** The last picture of a map; `key`: all else that makes it what it is. */
const drawn = new WeakMap<JourneyMap, { readonly key: string; readonly picture: Picture }>();

/** The picture of a map as it would be painted; its size in map units is what `largestScale` wants. */
export function pictureOf(
  map: JourneyMap,
  settings: Omit<PictureSettings, "scale">,
  { pen, texts, today, fontArrivals }: Pick<PictureTools, "pen" | "texts" | "today" | "fontArrivals">,
): Picture {
  const { nodeIds, hasTitle, hasLegend, hasDate } = settings;
  const options = { nodeIds, hasTitle, hasLegend, date: hasDate ? today : null };
  const key = JSON.stringify([options, texts, pen.texts, pen.typeScale, fontArrivals()]);
  // Its size is asked for before it is painted.
  const known = drawn.get(map);
  if (known?.key === key) return known.picture;
  const picture = drawPicture(map, options, texts, pen);
  drawn.set(map, { key, picture });
  return picture;
}

/** Paints a map; a picture that would come out blank or smaller than asked for is refused instead. */
export async function writePng(
  map: JourneyMap,
  settings: PictureSettings,
  tools: PictureTools,
): Promise<WriteResult> {
  // They start while the picture is drawn and the first of it is painted.
  const encoders = startEncoders();
  try {
    await tools.loadFonts(textsOf(map));
    const picture = pictureOf(map, settings, tools);
    const { scale, theme } = settings;
    if (!fitsCanvas(picture.width, picture.height, scale)) return tooLarge(picture, scale);
    const pixels = pixelsOf(picture.width, picture.height, scale);
    const job = { picture, scale, ...pixels, palette: palettes[theme], createCanvas: tools.createCanvas };
    const blob = await paintStrips(job, encoders);
    return blob ? { ok: true, blob } : failed;
  } finally {
    encoders.end();
  }
}

const failed: WriteResult = { ok: false, problem: problem("pictureFailed") };

function tooLarge({ width, height }: Picture, scale: number): WriteResult {
  const pixels = pixelsOf(width, height, scale);
  return {
    ok: false,
    problem: problem("pictureTooLarge", { ...pixels, scale, largest: largestScale(width, height) }),
  };
}

/** All letters that a picture may need. */
function textsOf(map: JourneyMap): readonly string[] {
  const rows: readonly object[] = [
    ...Object.values(map.nodes),
    ...map.stages,
    ...Object.values(map.people),
    ...Object.values(map.connections),
  ];
  const texts: unknown[] = rows.flatMap((row) => Object.values(row)).flat();
  return [map.title, map.description, ...texts.filter((value): value is string => typeof value === "string")];
}
