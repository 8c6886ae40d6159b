import { Radio } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { disciplines, type Owner } from "#model/discipline.ts";
import type { ControlProps } from "./control-props.ts";
import classes from "./Details.module.css";
import { different } from "./shared-value.ts";

const NOBODY = "nobody";

/** Each owner with letter and word, so that nothing depends on telling the colours apart. */
export function OwnerControl({
  label,
  value,
  onChange,
}: Pick<ControlProps<Owner>, "label" | "value" | "onChange">) {
  const { t } = useTranslation();
  return (
    <Radio.Group
      label={label}
      description={value === different ? t("details.different") : null}
      value={value === different ? "" : (value ?? NOBODY)}
      onChange={(chosen) => onChange(disciplines.find((discipline) => discipline === chosen) ?? null)}
    >
      <div className={classes.owners}>
        {disciplines.map((discipline) => (
          <Radio.Card
            key={discipline}
            className={classes.owner}
            data-owner={discipline}
            value={discipline}
            aria-label={t(`common.discipline.${discipline}`)}
          >
            <span className={classes.letter} aria-hidden>
              {t(`common.letter.${discipline}`)}
            </span>
            {t(`common.discipline.${discipline}`)}
          </Radio.Card>
        ))}
        <Radio.Card
          className={classes.owner}
          data-owner={NOBODY}
          value={NOBODY}
          aria-label={t("common.discipline.nobody")}
        >
          <span className={classes.letter} aria-hidden>
            ?
          </span>
          {t("common.discipline.nobody")}
        </Radio.Card>
      </div>
    </Radio.Group>
  );
}
