import { Button, Menu } from "@mantine/core";
import { ChevronsDownUp, ChevronsUpDown, EllipsisVertical } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useText } from "#i18n/i18n.ts";
import { connect } from "#model/commands/connections.ts";
import { disciplines } from "#model/discipline.ts";
import type { Id } from "#model/journey-map.ts";
import { newConnection } from "#model/new-objects.ts";
import { LiveRegion, useAnnouncement } from "../LiveRegion.tsx";
import { useJourneyMap } from "../map/open-map.ts";
import { useServices } from "../services.ts";
import { ConnectDialog } from "./ConnectDialog.tsx";
import { ManagerDialog } from "./ManagerDialog.tsx";
import { OutlineTree } from "./OutlineTree.tsx";
import styles from "./outline.module.css";
import { RowMenuItems } from "./RowMenuItems.tsx";
import { useOutlineEdits } from "./use-outline-edits.ts";
import { type OutlineRows, useOutlineRows } from "./use-outline-rows.ts";

interface OutlineProps {
  /** Brings nodes into view on the canvas. */
  onShow(nodeIds: readonly string[]): void;
}

/** The whole map as a list: a full editor by keyboard alone, and what a screen reader gets. */
export function Outline({ onShow }: OutlineProps) {
  const t = useText();
  const map = useJourneyMap();
  const { newId } = useServices();
  const [announcement, announce] = useAnnouncement();
  const [managed, setManaged] = useState<readonly Id[]>([]);
  const [isPicking, setIsPicking] = useState(false);
  const [connectFrom, setConnectFrom] = useState<Id | null>(null);
  const outline = useOutlineRows(map);
  const { cursor, restoreFocus } = outline;

  const pickManager = () => {
    if (cursor) setManaged(edits.targets(cursor));
    setIsPicking(true);
  };
  const edits = useOutlineEdits(outline, announce, pickManager);
  const menuItems = cursor && (
    <RowMenuItems
      row={cursor}
      edits={edits}
      onPickManager={pickManager}
      onConnect={() => setConnectFrom(cursor.content.type === "node" ? cursor.content.node.id : null)}
      onShow={onShow}
    />
  );

  return (
    <section className={styles.outline} aria-label={t("outline.title")}>
      <OutlineControls outline={outline} menuItems={menuItems} onMenuClosed={restoreFocus} />
      <p className={styles.keys} id="outline-keys">
        {t("outline.keys", { letters: disciplines.map((name) => t(`common.letter.${name}`)).join(", ") })}
      </p>
      <OutlineTree outline={outline} edits={edits} menuItems={menuItems} announce={announce} />
      <ManagerDialog
        opened={isPicking}
        nodeIds={managed}
        onClose={() => {
          setIsPicking(false);
          restoreFocus();
        }}
        onPicked={() => managed[0] !== undefined && edits.sayNode(managed[0])}
      />
      <ConnectDialog
        fromId={connectFrom}
        onConnect={(to) =>
          connectFrom !== null && edits.dispatch(connect(newConnection(newId(), connectFrom, to)))
        }
        onClose={() => {
          setConnectFrom(null);
          restoreFocus();
        }}
      />
      <LiveRegion text={announcement} />
    </section>
  );
}

interface OutlineControlsProps {
  outline: OutlineRows;
  menuItems: ReactNode;
  onMenuClosed(): void;
}

function OutlineControls({ outline, menuItems, onMenuClosed }: OutlineControlsProps) {
  const t = useText();
  return (
    <div className={styles.controls}>
      <Menu position="bottom-start" returnFocus={false} onClose={onMenuClosed}>
        <Menu.Target>
          <Button size="sm" leftSection={<EllipsisVertical size="1rem" aria-hidden />}>
            {t("outline.rowActions")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown className={styles.menu}>{menuItems}</Menu.Dropdown>
      </Menu>
      <Button
        size="sm"
        variant="default"
        leftSection={<ChevronsDownUp size="1rem" aria-hidden />}
        onClick={outline.foldAll}
      >
        {t("outline.foldAll")}
      </Button>
      <Button
        size="sm"
        variant="default"
        leftSection={<ChevronsUpDown size="1rem" aria-hidden />}
        onClick={outline.unfoldAll}
      >
        {t("outline.unfoldAll")}
      </Button>
    </div>
  );
}
