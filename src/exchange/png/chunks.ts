import { crc32 } from "./checksums.ts";

/** The chunks of a PNG file: length, type, data, sum. https://www.w3.org/TR/png-3/#5DataRep */

export const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Bytes before and after the data of a chunk. */
export const CHUNK_HEAD = 8;
export const CHUNK_TAIL = 4;

type ChunkType = "IHDR" | "IDAT" | "IEND";

/** Makes a chunk of bytes that have its data in their middle, with room before and after. The same memory. */
export function finishChunk(type: ChunkType, bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = bytes.length - CHUNK_TAIL;
  view.setUint32(0, end - CHUNK_HEAD);
  for (let index = 0; index < 4; index += 1) view.setUint8(4 + index, type.charCodeAt(index));
  view.setUint32(end, crc32(bytes.subarray(4, end)));
  return bytes;
}

function chunkOf(type: ChunkType, data: readonly number[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(CHUNK_HEAD + data.length + CHUNK_TAIL);
  bytes.set(data, CHUNK_HEAD);
  return finishChunk(type, bytes);
}

const bytesOf = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];

/** All that stands before the first strip: eight bits a channel, red, green, blue and alpha, not interlaced. */
export function beginOfPng(width: number, height: number): Uint8Array<ArrayBuffer>[] {
  const header = chunkOf("IHDR", [...bytesOf(width), ...bytesOf(height), 8, 6, 0, 0, 0]);
  // The first two bytes of zlib: deflate with a window of 32 KB, made quickly.
  return [new Uint8Array(SIGNATURE), header, chunkOf("IDAT", [0x78, 0x01])];
}

/** All that stands after the last strip: an empty last block, the sum of all rows, the end of the file. */
export function endOfPng(adler: number): Uint8Array<ArrayBuffer>[] {
  return [chunkOf("IDAT", [0x03, 0x00, ...bytesOf(adler)]), chunkOf("IEND", [])];
}
