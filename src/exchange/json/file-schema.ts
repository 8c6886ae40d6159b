import * as z from "zod";
import { fileSchema } from "#model/schema.ts";

/** The text of the JSON Schema that everybody can check a map's file with. */
export function mapFileSchema(): string {
  const schema = z.toJSONSchema(fileSchema(), { io: "input" });
  return `${JSON.stringify({ title: "Dreiklang map", ...schema }, null, 2)}\n`;
}
