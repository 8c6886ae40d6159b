import { inflateSync } from "node:zlib";

/**
 * The text of each page of a PDF as Chromium writes it (no object streams, each glyph with its place): the lines in the
 * order in which they are painted.
 */
export function pdfPages(pdf: Buffer): readonly (readonly string[])[] {
  const objects = new Map(
    [...pdf.toString("latin1").matchAll(/(?:^|\n)(\d+) 0 obj\n(.*?)\nendobj/gs)].map(([, id, body]) => [
      id ?? "",
      body ?? "",
    ]),
  );
  const objectOf = (owner: string, key: string) =>
    objects.get(new RegExp(`/${key} (\\d+) 0 R`).exec(owner)?.[1] ?? "") ?? "";
  return [...objects.values()]
    .filter((body) => /\/Type\s*\/Page\b/.test(body))
    .map((page) => {
      const fonts = new Map(
        [...page.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = "", id = ""]) => [
          name,
          lettersOf(streamOf(objectOf(objects.get(id) ?? "", "ToUnicode"))),
        ]),
      );
      return linesOf(streamOf(objectOf(page, "Contents")), fonts);
    });
}

function streamOf(body: string): string {
  if (body === "") return "";
  const start = body.indexOf("stream\n") + "stream\n".length;
  const end = body.lastIndexOf("\nendstream");
  const bytes = Buffer.from(body.slice(start, end), "latin1");
  return (/\/FlateDecode/.test(body.slice(0, start)) ? inflateSync(bytes) : bytes).toString("latin1");
}

interface Letters {
  /** So many hexadecimal digits are a glyph. */
  readonly digits: number;
  readonly byGlyph: ReadonlyMap<number, string>;
}

/** What the glyphs of a font stand for. */
function lettersOf(map: string): Letters {
  const byGlyph = new Map<number, string>();
  const rowsOf = (kind: string) =>
    [...map.matchAll(new RegExp(`begin${kind}\\n(.*?)\\nend${kind}`, "gs"))]
      .flatMap(([, rows = ""]) => rows.split("\n"))
      .map((row) => [...row.matchAll(/<([0-9A-F]+)>/gi)].map(([, hex = ""]) => hex));
  for (const [glyph = "", letters = ""] of rowsOf("bfchar"))
    byGlyph.set(Number.parseInt(glyph, 16), textOf(letters));
  for (const [first = "", last = "", letter = ""] of rowsOf("bfrange")) {
    const from = Number.parseInt(first, 16);
    for (let glyph = from; glyph <= Number.parseInt(last, 16); glyph += 1)
      byGlyph.set(glyph, String.fromCodePoint(Number.parseInt(letter, 16) + glyph - from));
  }
  return { digits: /begincodespacerange\n<([0-9A-F]+)>/i.exec(map)?.[1]?.length ?? 2, byGlyph };
}

const textOf = (hex: string) => Buffer.from(hex, "hex").swap16().toString("utf16le");

function linesOf(content: string, fonts: ReadonlyMap<string, Letters>): readonly string[] {
  return [...content.matchAll(/\bBT\n(.*?)\nET\b/gs)].map(([, block = ""]) => {
    let font: Letters | undefined;
    let line = "";
    for (const [, name, glyphs] of block.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-F]+)> Tj/gi)) {
      if (name !== undefined) font = fonts.get(name);
      else if (glyphs !== undefined && font) line += read(glyphs, font);
    }
    return line;
  });
}

function read(glyphs: string, { digits, byGlyph }: Letters): string {
  const codes = glyphs.match(new RegExp(`.{${digits}}`, "g")) ?? [];
  return codes.map((code) => byGlyph.get(Number.parseInt(code, 16)) ?? "").join("");
}
