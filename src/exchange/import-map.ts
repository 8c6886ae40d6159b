import { formats } from "./formats.ts";
import { LARGEST_FILE } from "./json/limits.ts";
import { refused } from "./json/parse-result.ts";
import { problem } from "./problem.ts";
import type { ReadResult, ReadTools, Source } from "./reading.ts";

/** The map in a file or a text of any kind, or what is wrong with it. Never rejects. */
export async function importMap(source: Source, tools: ReadTools): Promise<ReadResult> {
  const size = typeof source === "string" ? source.length : source.size;
  // Before reading: a file of gigabytes would take the page down.
  if (size > LARGEST_FILE) return refused(problem("tooLarge", { megabytes: LARGEST_FILE / 1024 / 1024 }));
  const reader = formats.find(({ read }) => read);
  try {
    return (await reader?.read?.(source, tools)) ?? refused(problem("wrongFormat"));
  } catch (error) {
    // The part of the program that reads could not be loaded.
    console.error(error);
    return refused(problem("readingFailed"));
  }
}

/** Whether a text looks like a map's file at all, for telling it from other things that one pastes. */
export function isMapText(text: string): boolean {
  return /^\uFEFF?\s*\{/u.test(text) && text.includes('"dreiklang-map"');
}
