import { Undo2 } from "lucide-react";
import { Fragment, type KeyboardEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import { changeRaci } from "#model/commands/raci.ts";
import type { Id, JourneyMap, Touchpoint } from "#model/journey-map.ts";
import { isChanged, type Raci, raciOf } from "#model/raci.ts";
import { type RaciPart, type RaciRole, raciParts, raciRoles } from "#model/raci-parts.ts";
import { touchpointsInOrder } from "#model/touchpoints-in-order.ts";
import { LongList } from "../lists/LongList.tsx";
import list from "../lists/list-table.module.css";
import { OwnerLetter } from "../lists/OwnerLetter.tsx";
import { useEditor } from "../map/open-map.ts";
import classes from "./desk-table.module.css";

interface RaciTableProps {
  readonly map: JourneyMap;
  onShow(nodeIds: readonly Id[]): void;
}

/** Who has which part in which touchpoint, journey by journey; each part can be given to somebody else. */
export function RaciTable({ map, onShow }: RaciTableProps) {
  const { t } = useTranslation();
  const all = raciOf(map);
  const touchpoints = touchpointsInOrder(map);
  if (touchpoints.length === 0) return <p>{t("raci.none")}</p>;
  const journeyName = (id: Id | null) =>
    id === null ? t("raci.noJourney") : map.nodes[id]?.title.trim() || t("kind.untitled");
  return (
    <>
      <p>{t("raci.hint")}</p>
      <LongList total={touchpoints.length} moreText={(count) => t("raci.more", { count })}>
        {(shown) => (
          <div className={classes.scroll}>
            <table className={`${list.table} ${classes.table}`}>
              <thead>
                <tr>
                  <th scope="col">{t("kind.touchpoint")}</th>
                  {raciRoles.map((role) => (
                    <th key={role} scope="col">
                      {role !== "manager" && <OwnerLetter owner={role} />}{" "}
                      <span aria-hidden={role !== "manager"}>{t(`raci.role.${role}`)}</span>
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {touchpoints.slice(0, shown).map((touchpoint, index) => {
                  const { id, journeyId } = touchpoint;
                  const raci = all.get(id);
                  return (
                    <Fragment key={id}>
                      {(index === 0 || touchpoints[index - 1]?.journeyId !== journeyId) && (
                        <tr>
                          <th scope="rowgroup" colSpan={raciRoles.length + 1} className={classes.groupName}>
                            {journeyName(journeyId)}
                          </th>
                        </tr>
                      )}
                      <tr>
                        <td>
                          <button
                            type="button"
                            className={`${list.link} ${classes.lead}`}
                            onClick={() => onShow([id])}
                          >
                            {touchpoint.title.trim() || t("kind.untitled")}
                          </button>
                        </td>
                        {raciRoles.map((role) => (
                          <td key={role}>
                            {raci && <RaciCell map={map} touchpoint={touchpoint} role={role} raci={raci} />}
                          </td>
                        ))}
                      </tr>
                    </Fragment>
                  );
                })}
              </tbody>
            </table>
          </div>
        )}
      </LongList>
    </>
  );
}

const none = "none";

/** The letters are the same in every language. */
const keys: Readonly<Record<string, RaciPart | null>> = {
  r: "responsible",
  a: "accountable",
  c: "consulted",
  i: "informed",
  "-": null,
  Delete: null,
  Backspace: null,
};

interface RaciCellProps {
  readonly map: JourneyMap;
  readonly touchpoint: Touchpoint;
  readonly role: RaciRole;
  readonly raci: Raci;
}

function RaciCell({ map, touchpoint, role, raci }: RaciCellProps) {
  const { t } = useTranslation();
  const editor = useEditor();
  const select = useRef<HTMLSelectElement>(null);
  const { id, managerId } = touchpoint;
  const title = touchpoint.title.trim() || t("kind.untitled");
  if (role === "manager" && managerId === null)
    return <span className={classes.unrated}>{t("raci.nobody")}</span>;
  const change = (part: RaciPart | null) =>
    editor.dispatch(changeRaci(editor.store.getState().map, id, role, part));
  const handleKeyDown = (event: KeyboardEvent) => {
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const part = keys[key];
    if (part === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    change(part);
  };
  const hasChanged = isChanged(raci, role);
  const roleName = t(`raci.role.${role}`);
  return (
    <>
      <span className={classes.part} data-changed={hasChanged || undefined}>
        <select
          ref={select}
          aria-label={t("raci.cell", { role: roleName, title })}
          data-none={raci.parts[role] === null || undefined}
          value={raci.parts[role] ?? none}
          onChange={({ currentTarget: { value } }) =>
            change(raciParts.find((part) => part === value) ?? null)
          }
          onKeyDown={handleKeyDown}
        >
          {[...raciParts, none].map((part) => (
            <option key={part} value={part}>
              {t(`raci.part.${part as RaciPart | typeof none}`)}
            </option>
          ))}
        </select>
        {hasChanged && (
          <button
            type="button"
            title={t("raci.changed")}
            aria-label={t("raci.reset", {
              role: roleName,
              title,
              part: t(`raci.part.${raci.derived[role] ?? none}`),
            })}
            onClick={() => {
              change(raci.derived[role]);
              // The button is gone then.
              select.current?.focus();
            }}
          >
            <Undo2 size="1rem" aria-hidden />
          </button>
        )}
      </span>
      {hasChanged && (
        <span className={classes.person}>
          {t("raci.instead", { part: t(`raci.part.${raci.derived[role] ?? none}`) })}
        </span>
      )}
      {role === "manager" && (
        <span className={classes.person}>
          {map.people[managerId ?? ""]?.name.trim() || t("kind.untitled")}
        </span>
      )}
    </>
  );
}
