import { FileJson, Image } from "lucide-react";
import { type Format, formats } from "#exchange/formats.ts";
import type { Action } from "#ui/action.ts";
import { exportMap } from "#ui/exchange/export-map.ts";

/** One action for each format that can be written. */
export const exportActions: readonly Action[] = formats.filter(({ write }) => write).map(exportAction);

function exportAction(format: Format): Action {
  return {
    id: `export-${format.id}`,
    group: "file",
    icon: format.isPicture ? Image : FileJson,
    place: "map",
    perform({ openMap, openDialog, services, t }) {
      // A picture has a size to choose first.
      if (format.isPicture) openDialog("export");
      else if (openMap) void exportMap(openMap.editor.store.getState().map, format, { services, t });
    },
  };
}
