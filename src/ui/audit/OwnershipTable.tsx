import { Button, CloseButton } from "@mantine/core";
import { Map as MapIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useText } from "#i18n/i18n.ts";
import { ownershipMatrix } from "#model/audit/matrix.ts";
import type { Id, JourneyMap, Owner } from "#model/journey-map.ts";
import { OwnerMark } from "../lists/OwnerLetter.tsx";
import styles from "../panels/audit/audit.module.css";
import { stageName } from "../stage-name.ts";
import classes from "./AuditPage.module.css";

/** A cell of the matrix; `stageId` undefined: a discipline in all stages. */
export interface ChosenCell {
  readonly owner: Owner;
  readonly stageId?: Id | null;
}

interface OwnershipTableProps {
  readonly map: JourneyMap;
  readonly chosen: ChosenCell | null;
  onChoose(cell: ChosenCell | null): void;
  onShow(nodeIds: readonly Id[]): void;
}

/** Who owns the touchpoints of which stage; a click on a number lists them. */
export function OwnershipTable({ map, chosen, onChoose, onShow }: OwnershipTableProps) {
  const { t } = useTranslation();
  const text = useText();
  const { owners, stageIds, cell } = ownershipMatrix(map);
  const ownerName = (owner: Owner) => t(`common.discipline.${owner ?? "nobody"}`);
  const nameOf = ({ owner, stageId }: ChosenCell) =>
    t("auditPage.cellName", {
      owner: ownerName(owner),
      stage: stageId === undefined ? t("auditPage.allStages") : stageName(text, map, stageId),
    });
  const columns: readonly (Id | null | undefined)[] = [...stageIds, undefined];
  const most = Math.max(1, ...owners.flatMap((owner) => stageIds.map((id) => cell(owner, id).length)));
  if (stageIds.length === 0) return null;
  return (
    <div>
      <h3 className={classes.heading}>{t("auditPage.matrix")}</h3>
      <div className={classes.scroll}>
        <table className={classes.matrix}>
          <thead>
            <tr>
              <td />
              {columns.map((id) => (
                <th key={id ?? String(id)} scope="col">
                  {id === undefined ? t("auditPage.total") : stageName(text, map, id)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {owners.map((owner) => (
              <tr key={owner}>
                <th scope="row">
                  <OwnerMark owner={owner} /> {ownerName(owner)}
                </th>
                {columns.map((id) => {
                  const count = cell(owner, id).length;
                  const here: ChosenCell = id === undefined ? { owner } : { owner, stageId: id };
                  const isChosen = chosen?.owner === owner && chosen.stageId === id;
                  return (
                    <td key={id ?? String(id)}>
                      <button
                        type="button"
                        className={classes.cell}
                        data-owner={owner ?? "nobody"}
                        style={{ "--share": id === undefined ? 0 : count / most } as React.CSSProperties}
                        disabled={count === 0}
                        aria-pressed={isChosen}
                        aria-label={`${nameOf(here)}: ${t("things.touchpoint", { count })}`}
                        onClick={() => onChoose(isChosen ? null : here)}
                      >
                        {count}
                      </button>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {chosen && (
        <CellNodes
          map={map}
          name={nameOf(chosen)}
          nodeIds={cell(chosen.owner, chosen.stageId)}
          onShow={onShow}
          onClose={() => onChoose(null)}
        />
      )}
    </div>
  );
}

interface CellNodesProps {
  readonly map: JourneyMap;
  readonly name: string;
  readonly nodeIds: readonly Id[];
  onShow(nodeIds: readonly Id[]): void;
  onClose(): void;
}

function managerName({ nodes, people }: JourneyMap, id: Id): string | undefined {
  const node = nodes[id];
  return people[(node?.kind === "touchpoint" && node.managerId) || ""]?.name.trim() || undefined;
}

/** So many titles are listed; more are better looked at on the map. */
const MOST_TITLES = 60;

function CellNodes({ map, name, nodeIds, onShow, onClose }: CellNodesProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.cellNodes}>
      <div className={classes.cellHead}>
        <strong>
          {name}: {t("things.touchpoint", { count: nodeIds.length })}
        </strong>
        <Button
          variant="subtle"
          size="compact-sm"
          disabled={nodeIds.length === 0}
          leftSection={<MapIcon size="1rem" aria-hidden />}
          onClick={() => onShow(nodeIds)}
        >
          {t("auditPage.showOnMap")}
        </Button>
        <CloseButton aria-label={t("auditPage.closeCell")} onClick={onClose} />
      </div>
      <ul className={classes.titles}>
        {nodeIds.slice(0, MOST_TITLES).map((id) => (
          <li key={id}>
            <button type="button" className={styles.node} onClick={() => onShow([id])}>
              {map.nodes[id]?.title.trim() || t("kind.untitled")}
            </button>{" "}
            <span className={classes.manager}>{managerName(map, id) ?? t("auditPage.withoutManager")}</span>
          </li>
        ))}
        {nodeIds.length > MOST_TITLES && (
          <li>{t("auditPage.andMore", { count: nodeIds.length - MOST_TITLES })}</li>
        )}
      </ul>
    </div>
  );
}
