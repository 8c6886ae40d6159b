import { inflateSync } from "node:zlib";

/** A decoded picture; colours are written as in style sheets, `#rrggbb`. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  colorAt(x: number, y: number): string;
  /** The pixels of a row, each as `0xAABBGGRR`. */
  pixelsOfRow(y: number): number[];
  /** How many pixels of a rectangle have this very colour. */
  count(color: string, area?: Area): number;
  /** How many different colours a rectangle has, counted up to 16. */
  colors(area: Area): number;
  /** How dark the darkest pixel of a rectangle is: 0 is black, 255 white. */
  darkest(area: Area): number;
}

/** In pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Reads the kind of PNG that browsers write: eight bits a channel, RGB or RGBA, not interlaced. */
export function decodePng(file: Buffer): Pixels {
  const { width, height, channels, data } = readChunks(file);
  const raw = inflateSync(data);
  const stride = width * channels;
  if (raw.length !== height * (stride + 1)) throw new Error("the picture is cut off");
  const rows = Buffer.alloc(height * stride);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)] ?? 0;
    const source = raw.subarray(y * (stride + 1) + 1, (y + 1) * (stride + 1));
    const above = y === 0 ? Buffer.alloc(stride) : rows.subarray((y - 1) * stride, y * stride);
    unfilter(filter, source, above, rows.subarray(y * stride, (y + 1) * stride), channels);
  }
  return pixelsOf(rows, width, height, channels);
}

function readChunks(file: Buffer) {
  if (!file.subarray(0, 8).equals(SIGNATURE)) throw new Error("not a PNG");
  const parts: Buffer[] = [];
  let [width, height, channels, hasEnd] = [0, 0, 0, false];
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    const type = file.toString("latin1", at + 4, at + 8);
    const body = file.subarray(at + 8, at + 8 + length);
    if (type === "IHDR") {
      [width, height] = [body.readUInt32BE(0), body.readUInt32BE(4)];
      const [depth, color, , , interlace] = body.subarray(8);
      channels = color === 6 ? 4 : color === 2 ? 3 : 0;
      if (depth !== 8 || channels === 0 || interlace !== 0) throw new Error("not a kind of PNG that is read");
    }
    if (type === "IDAT") parts.push(body);
    if (type === "IEND") hasEnd = true;
    at += 12 + length;
  }
  if (!hasEnd) throw new Error("the file is cut off");
  return { width, height, channels, data: Buffer.concat(parts) };
}

/** Undoes the filter of one row: https://www.w3.org/TR/png-3/#9Filters */
function unfilter(filter: number, source: Buffer, above: Buffer, target: Buffer, step: number): void {
  if (filter === 0) {
    source.copy(target);
    return;
  }
  for (let index = 0; index < source.length; index += 1) {
    const left = index < step ? 0 : (target[index - step] ?? 0);
    const up = above[index] ?? 0;
    const corner = index < step ? 0 : (above[index - step] ?? 0);
    const guess =
      filter === 1 ? left : filter === 2 ? up : filter === 3 ? (left + up) >> 1 : paeth(left, up, corner);
    target[index] = (source[index] ?? 0) + guess;
  }
}

function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner;
  const [toLeft, toUp, toCorner] = [left, up, corner].map((value) => Math.abs(estimate - value)) as [
    number,
    number,
    number,
  ];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

function pixelsOf(rows: Buffer, width: number, height: number, channels: number): Pixels {
  const valueAt = (x: number, y: number) => {
    const at = (Math.floor(y) * width + Math.floor(x)) * channels;
    return ((rows[at] ?? 0) << 16) | ((rows[at + 1] ?? 0) << 8) | (rows[at + 2] ?? 0);
  };
  const visit = (area: Area, see: (value: number) => void) => {
    const [right, bottom] = [Math.min(width, area.x + area.width), Math.min(height, area.y + area.height)];
    for (let y = Math.max(0, Math.floor(area.y)); y < bottom; y += 1)
      for (let x = Math.max(0, Math.floor(area.x)); x < right; x += 1) see(valueAt(x, y));
  };
  return {
    width,
    height,
    pixelsOfRow: (y) =>
      Array.from({ length: width }, (_, x) => {
        const at = (y * width + x) * channels;
        return rows.readUIntLE(at, 3) + (channels === 4 ? (rows[at + 3] ?? 0) : 255) * 2 ** 24;
      }),
    colorAt: (x, y) => `#${valueAt(x, y).toString(16).padStart(6, "0")}`,
    count(color, area = { x: 0, y: 0, width, height }) {
      const wanted = Number.parseInt(color.slice(1), 16);
      let count = 0;
      visit(area, (value) => {
        if (value === wanted) count += 1;
      });
      return count;
    },
    colors(area) {
      const seen = new Set<number>();
      visit(area, (value) => seen.size < 16 && seen.add(value));
      return seen.size;
    },
    darkest(area) {
      let least = 255;
      visit(area, (value) => {
        least = Math.min(least, Math.max(value >> 16, (value >> 8) & 255, value & 255));
      });
      return least;
    },
  };
}
