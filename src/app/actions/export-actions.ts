import { CalendarDays, FileJson, FileText, Image, type LucideIcon, Sheet } from "lucide-react";
import { type Format, formats } from "#exchange/formats.ts";
import type { Action } from "#ui/action.ts";
import { exportMap } from "#ui/exchange/export-map.ts";

/** One action for each format that can be written. */
export const exportActions: readonly Action[] = formats.filter(({ write }) => write).map(exportAction);

function exportAction(format: Format): Action {
  return {
    id: `export-${format.id}`,
    group: "file",
    icon: iconOf(format),
    place: "map",
    perform({ openMap, openDialog, services, t }) {
      // A picture has a size to choose first.
      if (format.isPicture) openDialog("export");
      else if (openMap) {
        const { map } = openMap.editor.store.getState();
        const gone = async () => (await services.findings.read(map.id)).gone;
        void exportMap(map, format, { services, t, gone });
      }
    },
  };
}

function iconOf({ id, isPicture, table }: Format): LucideIcon {
  if (isPicture) return Image;
  if (table) return Sheet;
  return { ics: CalendarDays, markdown: FileText }[id] ?? FileJson;
}
