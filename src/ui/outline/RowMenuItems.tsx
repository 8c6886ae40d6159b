import { Menu } from "@mantine/core";
import { useText } from "#i18n/i18n.ts";
import { disciplines } from "#model/discipline.ts";
import { captureKey } from "../capture.ts";
import { useJourneyMap } from "../map/open-map.ts";
import type { OutlineRow } from "./outline-rows.ts";
import type { OutlineEdits } from "./use-outline-edits.ts";

interface RowMenuItemsProps {
  row: OutlineRow;
  edits: OutlineEdits;
  onPickManager(): void;
  onConnect(): void;
  onShow(nodeIds: readonly string[]): void;
}

const kindOfGroup = {
  personas: "persona",
  journeys: "journey",
  withoutJourney: "touchpoint",
  notes: "note",
} as const;

/** All that the keys of a row do, and what no key does, as a menu. */
export function RowMenuItems(props: RowMenuItemsProps) {
  const t = useText();
  const { row, edits } = props;
  const { content } = row;
  if (content.type === "group") {
    return (
      <Menu.Item onClick={() => edits.addInto(row)}>
        {t(`outline.add.${kindOfGroup[content.group]}`)}
      </Menu.Item>
    );
  }
  if (content.type === "node") return <NodeItems {...props} nodeId={content.node.id} />;
  return (
    <>
      <Menu.Item onClick={() => edits.addInto(row)}>{t("outline.add.touchpoint")}</Menu.Item>
      <Menu.Item onClick={() => edits.addStageAfter(row)}>{t("outline.add.stage")}</Menu.Item>
      {content.stage && (
        <>
          <Menu.Item rightSection="F2" onClick={() => edits.startRenaming(row.key, null)}>
            {t("outline.rename")}
          </Menu.Item>
          <MoveItems row={row} edits={edits} />
          <Menu.Divider />
          <Menu.Item onClick={() => edits.remove(row)}>{t("outline.remove")}</Menu.Item>
        </>
      )}
    </>
  );
}

const NO_MODIFIERS = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };

function NodeItems({
  row,
  edits,
  nodeId,
  onPickManager,
  onConnect,
  onShow,
}: RowMenuItemsProps & { nodeId: string }) {
  const t = useText();
  const map = useJourneyMap();
  const isTouchpoint = map.nodes[nodeId]?.kind === "touchpoint";
  const isJourney = map.nodes[nodeId]?.kind === "journey";
  const capture = (key: string) => {
    const result = captureKey({ key, ...NO_MODIFIERS }, map, nodeId, edits.captureOptions(row));
    if (result) edits.perform(result);
  };
  return (
    <>
      <Menu.Item onClick={() => capture("Tab")}>{t("outline.next")}</Menu.Item>
      <Menu.Item onClick={() => capture("Enter")}>{t("outline.below")}</Menu.Item>
      {isJourney && (
        <Menu.Item onClick={() => edits.addStageAfter(row)}>{t("outline.add.firstStage")}</Menu.Item>
      )}
      <Menu.Item rightSection="F2" onClick={() => edits.startRenaming(row.key, null)}>
        {t("outline.rename")}
      </Menu.Item>
      <Menu.Divider />
      {[...disciplines, null].map((owner) => (
        <Menu.Item key={owner} onClick={() => edits.setOwner(row, owner)}>
          {t("outline.setOwner", { owner: t(`common.discipline.${owner ?? "nobody"}`) })}
        </Menu.Item>
      ))}
      <Menu.Item rightSection="@" onClick={onPickManager}>
        {t("outline.chooseManager")}
      </Menu.Item>
      {isTouchpoint && <RatingItems row={row} edits={edits} />}
      <Menu.Divider />
      <Menu.Item onClick={onConnect}>{t("outline.connect")}</Menu.Item>
      <MoveItems row={row} edits={edits} />
      {isTouchpoint && (
        <>
          <Menu.Item onClick={() => edits.toStage(row, -1)}>{t("outline.toPreviousStage")}</Menu.Item>
          <Menu.Item onClick={() => edits.toStage(row, 1)}>{t("outline.toNextStage")}</Menu.Item>
        </>
      )}
      <Menu.Item onClick={() => edits.duplicate(row)}>{t("outline.duplicate")}</Menu.Item>
      <Menu.Item onClick={() => onShow([nodeId])}>{t("outline.show")}</Menu.Item>
      <Menu.Divider />
      <Menu.Item onClick={() => edits.remove(row)}>{t("outline.remove")}</Menu.Item>
    </>
  );
}

function RatingItems({ row, edits }: { row: OutlineRow; edits: OutlineEdits }) {
  const t = useText();
  return [-2, -1, 0, 1, 2].map((rating) => (
    <Menu.Item key={rating} rightSection={rating + 3} onClick={() => edits.rate(row, rating)}>
      {t("outline.rate", { rating: t(`option.rating.${rating}`) })}
    </Menu.Item>
  ));
}

function MoveItems({ row, edits }: { row: OutlineRow; edits: OutlineEdits }) {
  const t = useText();
  return (
    <>
      <Menu.Item onClick={() => edits.move(row, -1)}>{t("outline.moveUp")}</Menu.Item>
      <Menu.Item onClick={() => edits.move(row, 1)}>{t("outline.moveDown")}</Menu.Item>
    </>
  );
}
