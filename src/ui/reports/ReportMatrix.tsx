import { useTranslation } from "react-i18next";
import { useText } from "#i18n/i18n.ts";
import { ownershipMatrix } from "#model/audit/matrix.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import { OwnerLetter } from "../lists/OwnerLetter.tsx";
import { stageName } from "../stage-name.ts";
import { BreakableText } from "./BreakableText.tsx";
import classes from "./report.module.css";

/** How many touchpoints each discipline owns in each stage. */
export function ReportMatrix({ map }: { readonly map: JourneyMap }) {
  const { t } = useTranslation();
  const text = useText();
  const { owners, stageIds, cell } = ownershipMatrix(map);
  if (stageIds.length === 0) return null;
  return (
    <>
      <h3>{t("auditPage.matrix")}</h3>
      <table className={classes.matrix}>
        <thead>
          <tr>
            <td />
            {stageIds.map((id) => (
              <th key={id} scope="col">
                <BreakableText text={stageName(text, map, id)} />
              </th>
            ))}
            <th scope="col">{t("auditPage.total")}</th>
          </tr>
        </thead>
        <tbody>
          {owners.map((owner) => (
            <tr key={owner}>
              <th scope="row">
                <OwnerLetter owner={owner} />{" "}
                <span aria-hidden>{t(`common.discipline.${owner ?? "nobody"}`)}</span>
              </th>
              {stageIds.map((id) => (
                <td key={id}>{cell(owner, id).length || "–"}</td>
              ))}
              <td>
                <strong>{cell(owner).length}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
