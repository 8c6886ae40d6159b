import { closeSync, ftruncateSync, openSync, writeFileSync } from "node:fs";
import { changedSample, sampleText } from "./sample-file.ts";

/** Files that are too large for the repository; a test writes them beside its results. */

const MEGABYTE = 1024 * 1024;

function touchpoint(index: number) {
  return {
    ...{ id: `n${index}`, kind: "touchpoint", title: `Touchpoint ${index}`, description: "x".repeat(400) },
    position: { x: (index % 70) * 300, y: Math.floor(index / 70) * 120 },
  };
}

function note(index: number, length: number) {
  return {
    ...{ id: `n${index}`, kind: "note", title: `Note ${index}` },
    description: "a long note ".repeat(Math.ceil(length / 12)).slice(0, length),
    position: { x: (index % 12) * 200, y: Math.floor(index / 12) * 150 },
  };
}

function mapFile(nodes: readonly object[]): string {
  return JSON.stringify({
    format: "dreiklang-map",
    version: 1,
    map: { id: "large", title: "Large map", nodes },
  });
}

/** A map of so many nodes. */
export function writeManyNodes(path: string, count: number): void {
  writeFileSync(path, mapFile(Array.from({ length: count }, (_, index) => touchpoint(index))));
}

/** 50 MB with as much text as one map may have, in few nodes; the rest is space. */
export function writeFullMap(path: string): void {
  const text = mapFile(Array.from({ length: 190 }, (_, index) => note(index, 99_000)));
  writeFileSync(path, text.padEnd(50 * MEGABYTE));
}

/** So many megabytes of which nothing is written: all zeros. */
export function writeHole(path: string, megabytes: number): void {
  const file = openSync(path, "w");
  ftruncateSync(file, megabytes * MEGABYTE);
  closeSync(file);
}

/** The sample map with a lot of space behind it, so that it takes its time. */
export function writeSlowSample(path: string, megabytes: number): void {
  writeFileSync(path, sampleText.padEnd(megabytes * MEGABYTE));
}

/** The sample map with a label of 1 MB and a note of 10,000 lines. */
export function longTexts(): { readonly text: string; readonly label: string; readonly note: string } {
  const label = "Ask the hotline again ".repeat(MEGABYTE / 22);
  const lines = Array.from({ length: 10_000 }, (_, index) => `Line ${index} of what was said`).join("\n");
  const text = changedSample((file) => {
    const [first, second] = file.map.nodes.filter(({ kind }) => kind === "touchpoint");
    Object.assign(first ?? {}, { title: label, description: "" });
    Object.assign(second ?? {}, { title: "Long note", description: lines });
    Object.assign(file.map.connections[0] ?? {}, { label });
  });
  return { text, label, note: lines };
}
