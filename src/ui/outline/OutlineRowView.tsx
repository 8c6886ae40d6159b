import { ChevronDown, ChevronRight, Columns3, Star, TriangleAlert } from "lucide-react";
import { memo } from "react";
import { useText } from "#i18n/i18n.ts";
import type { MapNode } from "#model/journey-map.ts";
import { ratingText } from "#scene/drawing.ts";
import { initialsOf } from "#scene/text.ts";
import { kindIcons } from "../kind-icons.ts";
import { OwnerMark } from "../lists/OwnerLetter.tsx";
import styles from "./outline.module.css";
import type { OutlineContent } from "./outline-rows.ts";
import { type Renamed, RenameInput } from "./RenameInput.tsx";
import { groupName } from "./row-words.ts";

/** Flat values, so that a row whose node did not change is not drawn anew. */
interface OutlineRowViewProps {
  rowKey: string;
  type: OutlineContent["type"];
  title: string;
  /** The row in words: its accessible name. */
  words: string;
  node: MapNode | null;
  managerName: string | null;
  findings: number;
  level: number;
  position: number;
  siblings: number;
  amount: number;
  isFolded: boolean;
  isCursor: boolean;
  isSelected: boolean;
  /** Undefined: the row is not being renamed. */
  renameText: string | null | undefined;
  onToggle(key: string, isFolded: boolean): void;
  onRename(key: string): void;
  onTypeTitle(key: string, title: string): void;
  onRenamed(key: string, renamed: Renamed): void;
}

export const OutlineRowView = memo(function OutlineRowView(props: OutlineRowViewProps) {
  const t = useText();
  const { rowKey, type, title, words, amount, isFolded, level, renameText } = props;
  const Chevron = isFolded ? ChevronRight : ChevronDown;
  return (
    <div
      role="treeitem"
      className={styles.row}
      data-row={rowKey}
      data-type={type}
      style={{ paddingInlineStart: `${(level - 1) * 1.5 + 0.5}rem` }}
      tabIndex={props.isCursor ? 0 : -1}
      aria-label={words}
      aria-level={level}
      aria-posinset={props.position}
      aria-setsize={props.siblings}
      aria-selected={props.isSelected}
      {...(amount > 0 ? { "aria-expanded": !isFolded } : {})}
      onDoubleClick={() => props.onRename(rowKey)}
    >
      <span className={styles.chevron} aria-hidden onClick={() => props.onToggle(rowKey, !isFolded)}>
        {amount > 0 && <Chevron size="1.125rem" />}
      </span>
      <RowIcon type={type} node={props.node} />
      {renameText === undefined ? (
        <span className={title === "" ? styles.untitled : styles.title}>{title || t("kind.untitled")}</span>
      ) : (
        <RenameInput
          label={t(type === "stage" ? "outline.renameStage" : "outline.newTitle")}
          title={title}
          text={renameText}
          onType={(next) => props.onTypeTitle(rowKey, next)}
          onDone={(renamed) => props.onRenamed(rowKey, renamed)}
        />
      )}
      {type !== "node" && <span className={styles.amount}>{amount}</span>}
      {props.node && (
        <NodeSigns node={props.node} managerName={props.managerName} findings={props.findings} />
      )}
    </div>
  );
});

function RowIcon({ type, node }: Pick<OutlineRowViewProps, "type" | "node">) {
  const Icon = node ? kindIcons[node.kind] : type === "stage" ? Columns3 : null;
  return Icon && <Icon className={styles.icon} size="1.125rem" aria-hidden />;
}

/** What the row says in words, for the eye, in columns; the letter stands beside the colour. */
function NodeSigns({
  node,
  managerName,
  findings,
}: { node: MapNode } & Pick<OutlineRowViewProps, "managerName" | "findings">) {
  const rating = node.kind === "touchpoint" ? node.customerRating : null;
  return (
    <span className={styles.signs} aria-hidden>
      <span className={styles.findings}>
        {findings > 0 && (
          <>
            <TriangleAlert size="1rem" /> {findings}
          </>
        )}
      </span>
      <span className={styles.star}>
        {node.kind === "touchpoint" && node.momentOfTruth && <Star size="1rem" fill="currentColor" />}
      </span>
      <span className={styles.rating}>{rating === null ? "" : ratingText(rating)}</span>
      <span className={styles.initials} data-nobody={managerName === null ? true : undefined}>
        {managerName === null ? "" : initialsOf(managerName)}
      </span>
      <span className={styles.manager}>{managerName ?? ""}</span>
      <OwnerMark owner={node.owner} />
    </span>
  );
}

/** The title of a row as it is shown and edited. */
export function titleOfRow(t: ReturnType<typeof useText>, content: OutlineContent): string {
  if (content.type === "group") return groupName(t, content.group);
  if (content.type === "node") return content.node.title;
  return content.stage === null ? t("outline.noStage") : content.stage.name;
}
