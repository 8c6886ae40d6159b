import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useText } from "#i18n/i18n.ts";
import type { ContentPiece, Id, JourneyMap } from "#model/journey-map.ts";
import { contentStatusName, contentStatusOrder } from "./content-status.ts";
import { type LineColumn, LineTable } from "./LineTable.tsx";
import { personColumn, titleColumn, touchpointsColumn } from "./line-columns.tsx";

interface ContentTableProps {
  readonly map: JourneyMap;
  readonly chosenId: Id | null;
  onChoose(id: Id): void;
}

/** All content pieces in rows. */
export function ContentTable({ map, chosenId, onChoose }: ContentTableProps) {
  const { t } = useTranslation();
  const text = useText();
  const columns = useMemo((): readonly LineColumn<ContentPiece>[] => {
    const namesOf = ({ personaIds }: ContentPiece) =>
      personaIds.map((id) => map.nodes[id]?.title ?? "").join(", ");
    return [
      titleColumn,
      { name: "format", textOf: ({ format }) => format },
      { name: "personas", textOf: namesOf },
      { name: "trigger", textOf: ({ trigger }) => trigger },
      {
        name: "automated",
        textOf: ({ automated }) => (automated ? t("plan.automatically") : t("plan.byHand")),
      },
      personColumn(map),
      {
        name: "state",
        textOf: ({ status }) => contentStatusOrder(text, status),
        show: ({ status }) => contentStatusName(text, status.trim()),
      },
      touchpointsColumn,
    ];
  }, [map, t, text]);
  const lines = useMemo(() => Object.values(map.contents), [map.contents]);
  return (
    <LineTable
      name="contents"
      lines={lines}
      columns={columns}
      sortedBy="title"
      nothing={t("plan.noContents")}
      chosenId={chosenId}
      onChoose={onChoose}
    />
  );
}
