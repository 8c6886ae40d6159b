/* What is read from a broken store may be anything. */

export function isPlain(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function text(value) {
  return typeof value === "string" ? value : "";
}
