import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { ContentPiece, Id, JourneyMap } from "#model/journey-map.ts";
import { LinePerson } from "./LinePerson.tsx";
import { type LineColumn, LineTable } from "./LineTable.tsx";
import classes from "./plan.module.css";

interface ContentTableProps {
  readonly map: JourneyMap;
  readonly chosenId: Id | null;
  onChoose(id: Id): void;
}

/** All content pieces in rows. */
export function ContentTable({ map, chosenId, onChoose }: ContentTableProps) {
  const { t } = useTranslation();
  const columns = useMemo((): readonly LineColumn<ContentPiece>[] => {
    const namesOf = ({ personaIds }: ContentPiece) =>
      personaIds.map((id) => map.nodes[id]?.title ?? "").join(", ");
    const label = (
      name: "title" | "format" | "personas" | "trigger" | "automated" | "person" | "state" | "touchpoints",
    ) => ({
      name,
      label: t(`plan.columns.${name}`),
    });
    return [
      { ...label("title"), textOf: ({ title }) => title },
      { ...label("format"), textOf: ({ format }) => format },
      { ...label("personas"), textOf: namesOf },
      { ...label("trigger"), textOf: ({ trigger }) => trigger },
      {
        ...label("automated"),
        textOf: ({ automated }) => (automated ? t("plan.automatically") : t("plan.byHand")),
      },
      {
        ...label("person"),
        textOf: ({ managerId }) => map.people[managerId ?? ""]?.name ?? null,
        show: (content) => <LinePerson map={map} line={content} />,
      },
      { ...label("state"), textOf: ({ status }) => status },
      {
        ...label("touchpoints"),
        textOf: ({ touchpointIds }) => String(touchpointIds.length),
        className: classes.number,
      },
    ];
  }, [map, t]);
  const lines = useMemo(() => Object.values(map.contents), [map.contents]);
  return (
    <LineTable
      lines={lines}
      columns={columns}
      sortedBy="title"
      nothing={t("plan.noContents")}
      chosenId={chosenId}
      onChoose={onChoose}
    />
  );
}
