import { Checkbox } from "@mantine/core";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { changeConnection } from "#model/commands/connections.ts";
import { handoversOf } from "#model/handovers.ts";
import type { Connection, Id, JourneyMap, Touchpoint } from "#model/journey-map.ts";
import { isWrittenDown } from "#model/queries.ts";
import { durationText } from "../duration-text.ts";
import list from "../lists/list-table.module.css";
import { OwnerLetter } from "../lists/OwnerLetter.tsx";
import { useEditor } from "../map/open-map.ts";
import { EndOfFindings } from "../panels/audit/EndOfFindings.tsx";
import { useShownCount } from "../panels/audit/use-shown-count.ts";
import classes from "./desk-table.module.css";

interface HandoverTableProps {
  readonly map: JourneyMap;
  /** Goes to a connection on the map, where its handover is agreed upon. */
  onShow(connectionId: Id, nodeIds: readonly Id[]): void;
}

/** All changes of owner along the paths, with what is agreed on each. */
export function HandoverTable({ map, onShow }: HandoverTableProps) {
  const { t, i18n } = useTranslation();
  const editor = useEditor();
  const handovers = handoversOf(map);
  const end = useRef<HTMLDivElement>(null);
  const { shown, more } = useShownCount(handovers.length, -1, end);
  if (handovers.length === 0) return <p>{t("auditPage.noHandovers")}</p>;
  const confirm = ({ id, handover }: Connection, confirmed: boolean) =>
    handover && editor.dispatch(changeConnection([id], { handover: { ...handover, confirmed } }));
  const nameOf = (touchpoint: Touchpoint) => (
    <>
      <OwnerLetter owner={touchpoint.owner} /> {touchpoint.title.trim() || t("kind.untitled")}
    </>
  );
  return (
    <>
      <div className={classes.scroll}>
        <table className={`${list.table} ${classes.table}`}>
          <thead>
            <tr>
              {(["from", "to", "state", "information", "promise", "timeLimit", "confirmed"] as const).map(
                (column) => (
                  <th key={column} scope="col">
                    {t(`auditPage.handoverColumns.${column}`)}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {handovers.slice(0, shown).map(({ connection, from, to, state }) => (
              <tr key={connection.id}>
                <td>
                  <button
                    type="button"
                    className={list.link}
                    onClick={() => onShow(connection.id, [from.id, to.id])}
                  >
                    {nameOf(from)}
                  </button>
                </td>
                <td>{nameOf(to)}</td>
                <td>
                  <span className={`${list.pill} ${classes.state}`} data-state={state}>
                    {t(`report.handover.${state}`)}
                  </span>
                </td>
                <td>{connection.handover?.information}</td>
                <td>{connection.handover?.promise}</td>
                <td className={list.unbroken}>
                  {connection.handover?.timeLimit != null &&
                    durationText(connection.handover.timeLimit, i18n.language)}
                </td>
                <td>
                  <Checkbox
                    aria-label={t("auditPage.confirmed", { from: from.title, to: to.title })}
                    checked={connection.handover?.confirmed ?? false}
                    // Nothing can be confirmed where nothing is written down.
                    disabled={!connection.handover?.confirmed && !isWrittenDown(connection.handover)}
                    onChange={(event) => confirm(connection, event.currentTarget.checked)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown < handovers.length && (
        <div ref={end}>
          <EndOfFindings
            left={handovers.length - shown}
            text={t("auditPage.moreHandovers", { count: handovers.length - shown })}
            onMore={more}
          />
        </div>
      )}
    </>
  );
}
