import type { Services, Template } from "#ui/services.ts";
import { buildTemplate } from "./build-template.ts";
import { templateTable } from "./template-table.ts";

export function createTemplates(tools: Pick<Services, "newId" | "now">): readonly Template[] {
  return templateTable.map((entry) => ({
    id: entry.id,
    build: (t) => buildTemplate(entry, { ...tools, t }),
  }));
}
