import { useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { handoversOf } from "#model/handovers.ts";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import { LongList } from "../lists/LongList.tsx";
import list from "../lists/list-table.module.css";
import { type AgreementField, agreementFields } from "../panels/details/Agreement.tsx";
import classes from "./desk-table.module.css";
import { HandoverRow } from "./HandoverRow.tsx";

interface HandoverTableProps {
  readonly map: JourneyMap;
  /** The connection on which one comes to agree. */
  readonly asked: Id | undefined;
  /** Goes to a connection on the map. */
  onShow(connectionId: Id, nodeIds: readonly Id[]): void;
}

/** The handover that is agreed upon now, and the field with which one begins. */
interface Open {
  readonly id: Id;
  readonly first: AgreementField;
}

/** All changes of owner along the paths; what is agreed on each is written down here, one after the other. */
export function HandoverTable({ map, asked, onShow }: HandoverTableProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Open | null>(
    asked === undefined ? null : { id: asked, first: "information" },
  );
  const table = useRef<HTMLTableElement>(null);
  // Its row is what says between whom one agrees.
  useLayoutEffect(() => {
    if (asked !== undefined)
      table.current?.querySelector("[data-open]")?.scrollIntoView?.({ block: "center" });
  }, [asked]);
  const handovers = handoversOf(map);
  const place = handovers.findIndex(({ connection }) => connection.id === open?.id);
  if (handovers.length === 0) return <p>{t("auditPage.noHandovers")}</p>;
  return (
    <LongList
      total={handovers.length}
      needed={place}
      moreText={(count) => t("auditPage.moreHandovers", { count })}
    >
      {(shown) => (
        <div className={classes.scroll}>
          <table ref={table} className={`${list.table} ${classes.table}`}>
            <thead>
              <tr>
                {(["from", "to", "state"] as const).map((column) => (
                  <th key={column} scope="col">
                    {t(`auditPage.handoverColumns.${column}`)}
                  </th>
                ))}
                {agreementFields.map((field) => (
                  <th key={field} scope="col">
                    {t(`details.${field}`)}
                  </th>
                ))}
                <th scope="col">{t("auditPage.handoverColumns.confirmed")}</th>
              </tr>
            </thead>
            <tbody>
              {handovers.slice(0, shown).map((handover, index) => {
                const next = handovers[index + 1]?.connection.id;
                const { id } = handover.connection;
                return (
                  <HandoverRow
                    key={id}
                    handover={handover}
                    open={open?.id === id ? open.first : null}
                    onOpen={(first) => setOpen({ id, first })}
                    onClose={() => setOpen(null)}
                    onNext={next === undefined ? null : () => setOpen({ id: next, first: "information" })}
                    onShow={() => onShow(id, [handover.from.id, handover.to.id])}
                  />
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </LongList>
  );
}
