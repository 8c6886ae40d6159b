/* What was read, as files for the user. */
import { withinTime } from "./recover-time.js";

/** How long a download may take to be picked up by the browser, in milliseconds. */
const PICK_UP_TIME = 60_000;

export function saveFile(parts, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(parts, { type: "application/json" }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), PICK_UP_TIME);
}

/** A name that every file system takes. */
export function fileNameOf(title, extension) {
  const name = title
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}/\\:*?"<>|\s]+/gu, " ")
    .slice(0, 80)
    .replace(/^[\s.]+|[\s.]+$/g, "");
  return `${name || "map"}.${extension}`;
}

/** The parts of one JSON file that holds all that was read; in parts, since together they may be too long for a text. */
export async function everythingAsFile({ databases, files, texts, problems }) {
  const parts = [`{"format":"dreiklang-everything","at":${JSON.stringify(new Date())},"databases":[`];
  databases.forEach(({ name, version, stores }, place) => {
    parts.push(`${place > 0 ? "," : ""}{"name":${JSON.stringify(name)},"version":${version},"stores":[`);
    stores.forEach(({ name, rows }, place) => {
      parts.push(`${place > 0 ? "," : ""}{"name":${JSON.stringify(name)},"rows":[\n`);
      rows.forEach((row, place) => {
        parts.push(`${place > 0 ? ",\n" : ""}${jsonOf(row)}`);
      });
      parts.push("]}");
    });
    parts.push("]}");
  });
  parts.push('],"files":[');
  for (const [place, { path, file }] of files.entries()) {
    parts.push(`${place > 0 ? "," : ""}\n${await fileAsJson(path, file)}`);
  }
  const unread = problems.map(({ where, problem }) => ({ where, problem: String(problem) }));
  parts.push(`],"texts":${jsonOf(texts)},"problems":${jsonOf(unread)}}\n`);
  return parts;
}

async function fileAsJson(path, file) {
  try {
    const bytes = new Uint8Array(await withinTime(file.arrayBuffer()));
    const content = textOf(bytes);
    return JSON.stringify(content === null ? { path, base64: base64Of(bytes) } : { path, text: content });
  } catch (error) {
    return JSON.stringify({ path, problem: String(error) });
  }
}

function textOf(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function base64Of(bytes) {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** What was put apart, as one file. */
export function apartAsFile({ mapId, title, at, value }) {
  return `{"format":"dreiklang-apart","mapId":${jsonOf(mapId)},"title":${jsonOf(title)},"at":${jsonOf(at)},"value":${jsonOf(value)}}\n`;
}

/** A database keeps more than JSON can say. */
function jsonOf(value) {
  try {
    return JSON.stringify(value, (_, part) => {
      if (typeof part === "bigint") return String(part);
      if (part instanceof Map || part instanceof Set) return [...part];
      if (part instanceof ArrayBuffer) return { base64: base64Of(new Uint8Array(part)) };
      if (ArrayBuffer.isView(part)) return { base64: base64Of(new Uint8Array(part.buffer)) };
      if (part instanceof Blob) return { type: part.type, size: part.size };
      return part;
    });
  } catch (error) {
    return JSON.stringify({ problem: String(error) });
  }
}
