/** Past these a canvas stays blank without any error. Pixels. */
export const LONGEST_SIDE = 65_535;
export const LARGEST_AREA = 268_435_456;

/** The pixels of a picture of this size in map units. */
export function pixelsOf(width: number, height: number, scale: number): { width: number; height: number } {
  return { width: Math.max(1, Math.floor(width * scale)), height: Math.max(1, Math.floor(height * scale)) };
}

export function fitsCanvas(width: number, height: number, scale: number): boolean {
  const pixels = pixelsOf(width, height, scale);
  return (
    Math.max(pixels.width, pixels.height) <= LONGEST_SIDE && pixels.width * pixels.height <= LARGEST_AREA
  );
}

/** The largest scale at which a picture of this size in map units can be painted, rounded down to a readable number. */
export function largestScale(width: number, height: number): number {
  const limit = Math.min(
    LONGEST_SIDE / width,
    LONGEST_SIDE / height,
    Math.sqrt(LARGEST_AREA / (width * height)),
  );
  const steps = limit >= 1 ? 10 : 1000;
  return Math.floor(limit * steps) / steps;
}
