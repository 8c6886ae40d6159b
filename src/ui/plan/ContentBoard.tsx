import { useTranslation } from "react-i18next";
import { type TextOf, useText } from "#i18n/i18n.ts";
import { changeContent } from "#model/commands/plan.ts";
import type { ContentPiece, Id, JourneyMap } from "#model/journey-map.ts";
import { sortRows } from "../lists/sort-rows.ts";
import { useEditor } from "../map/open-map.ts";
import { Board, type BoardColumn } from "./Board.tsx";
import { contentStatusName, contentStatusOf, contentStatusOrder, usualStatuses } from "./content-status.ts";

interface ContentBoardProps {
  readonly map: JourneyMap;
  readonly chosenId: Id | null;
  onChoose(id: Id): void;
}

/** The content pieces in columns by status. Their statuses are words of the team: the usual ones stand first. */
export function ContentBoard({ map, ...board }: ContentBoardProps) {
  const { t, i18n } = useTranslation();
  const text = useText();
  const editor = useEditor();
  const sorted = sortRows(Object.values(map.contents), ({ title }) => title, false, i18n.language);
  return (
    <Board<ContentPiece>
      map={map}
      columns={columnsOf(sorted, text, i18n.language)}
      onMove={(id, status) => editor.dispatch(changeContent(editor.store.getState().map, id, { status }))}
      footOf={({ automated }) => <span>{automated ? t("plan.automatically") : t("plan.byHand")}</span>}
      {...board}
    />
  );
}

/** However it is written, large or small, a status has one column; those of none stand before all. */
function columnsOf(
  contents: readonly ContentPiece[],
  t: TextOf,
  language: string,
): readonly BoardColumn<ContentPiece>[] {
  const columns = new Map<string, BoardColumn<ContentPiece> & { readonly lines: ContentPiece[] }>();
  const columnOf = (written: string) => {
    const status = contentStatusOf(t, written.trim());
    const key = status.toLowerCase();
    const name = status === "" ? t("plan.contentStatus.none") : contentStatusName(t, status);
    const column = columns.get(key) ?? { status, name, lines: [] };
    columns.set(key, column);
    return column;
  };
  for (const status of usualStatuses) columnOf(status);
  for (const content of contents) columnOf(content.status).lines.push(content);
  const { compare } = new Intl.Collator(language, { numeric: true });
  const order = ({ status }: BoardColumn<ContentPiece>) => contentStatusOrder(t, status);
  return [...columns.values()].toSorted((a, b) => compare(order(a), order(b)));
}
