import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useText } from "#i18n/i18n.ts";
import { type Discipline, disciplines } from "#model/discipline.ts";
import { type Contested, contested } from "#model/portfolio/contested.ts";
import list from "../lists/list-table.module.css";
import { OwnerLetter } from "../lists/OwnerLetter.tsx";
import { useWayBack } from "../shell/use-way-back.ts";
import { DecideDialog } from "./DecideDialog.tsx";
import { MapLinks } from "./MapLinks.tsx";
import type { PartProps } from "./part-props.ts";
import classes from "./portfolio.module.css";
import { useFirstRows } from "./use-first-rows.tsx";

const AT_FIRST = 40;

interface Decision {
  readonly one: Contested;
  readonly owner: Discipline;
}

/** Touchpoints that several maps have, and of which they do not say the same: side by side, to be decided for all. */
export function ContestedPart({ data, isChanging, onChange }: PartProps) {
  const { t } = useTranslation();
  const text = useText();
  const way = useWayBack();
  const [asked, setAsked] = useState<Decision | null>(null);
  const { shown, more } = useFirstRows(data.contested, AT_FIRST);
  const hint = (
    <>
      <p className={classes.soft}>{text("rule.contested.why")}</p>
      <p className={classes.soft}>{t("portfolio.contestedHint")}</p>
    </>
  );
  if (data.contested.length === 0)
    return (
      <>
        <p className={classes.empty}>{t("portfolio.noContested")}</p>
        {hint}
      </>
    );
  const titleOf = (one: Contested) => [one.title.trim(), one.channel.trim()].filter(Boolean).join(" · ");
  const decide = ({ one, owner }: Decision) => {
    const named = { title: titleOf(one), owner: t(`common.discipline.${owner}`) };
    const words = { about: t("portfolio.deciding", named), done: t("portfolio.decided", named) };
    onChange(words, one.mapIds, (map) => contested.decide(map, one, owner));
    setAsked(null);
  };
  return (
    <div className={classes.scroll}>
      {hint}
      <table className={`${list.table} ${classes.table}`}>
        <thead>
          <tr>
            <th scope="col" className={classes.plainHead}>
              {t("kind.touchpoint")}
            </th>
            {[...disciplines, null].map((owner) => (
              <th key={owner} scope="col" className={classes.plainHead}>
                <OwnerLetter owner={owner} />{" "}
                <span aria-hidden>{t(`common.discipline.${owner ?? "nobody"}`)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((one) => (
            <tr key={one.key}>
              <th scope="row">
                {one.title}
                {one.channel.trim() !== "" && <div className={classes.soft}>{one.channel}</div>}
              </th>
              {disciplines.map((owner) => (
                <td key={owner}>
                  <MapLinks mapIds={one.mapsByOwner.get(owner) ?? []} titleOf={data.titleOf} />
                  <Button
                    variant="default"
                    size="compact-sm"
                    disabled={isChanging}
                    aria-label={t("portfolio.decideFor", {
                      title: titleOf(one),
                      owner: t(`common.discipline.${owner}`),
                    })}
                    onClick={(event) => {
                      way.leaveFrom(event.currentTarget);
                      setAsked({ one, owner });
                    }}
                  >
                    {t("portfolio.decide", { owner: t(`common.discipline.${owner}`) })}
                  </Button>
                </td>
              ))}
              <td>
                <MapLinks mapIds={one.mapsByOwner.get(null) ?? []} titleOf={data.titleOf} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
      {asked && (
        <DecideDialog
          {...asked}
          title={titleOf(asked.one)}
          titleOf={data.titleOf}
          onDecide={() => decide(asked)}
          onClose={() => {
            setAsked(null);
            way.goBack();
          }}
        />
      )}
    </div>
  );
}
