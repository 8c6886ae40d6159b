import { Button, Radio } from "@mantine/core";
import { X } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ControlProps } from "./control-props.ts";
import classes from "./Details.module.css";
import { different } from "./shared-value.ts";

const ratings = [-2, -1, 0, 1, 2] as const;

export function RatingControl({ label, value, onChange }: ControlProps<number | null>) {
  const { t, i18n } = useTranslation();
  const sign = new Intl.NumberFormat(i18n.language, { signDisplay: "exceptZero" });
  const rating = ratings.find((candidate) => candidate === value);
  const word = rating === undefined ? t("details.nothingChosen") : t(`option.rating.${rating}`);
  return (
    <Radio.Group
      label={label}
      value={rating === undefined ? "" : String(rating)}
      onChange={(chosen) => onChange(Number(chosen))}
    >
      <div className={classes.segments}>
        {ratings.map((candidate) => (
          <Radio.Card
            key={candidate}
            className={classes.segment}
            value={String(candidate)}
            aria-label={t("details.ratingValue", {
              number: sign.format(candidate),
              word: t(`option.rating.${candidate}`),
            })}
          >
            {sign.format(candidate)}
          </Radio.Card>
        ))}
      </div>
      <div className={classes.ratingWord}>
        <span>{value === different ? t("details.different") : word}</span>
        {/* Stays in place when there is nothing to clear: taken away, it would take the keyboard's place along. */}
        <Button
          variant="subtle"
          size="compact-xs"
          leftSection={<X size="0.75rem" aria-hidden />}
          aria-label={t("details.clear", { label })}
          aria-disabled={value === null}
          {...(value === null ? { "data-disabled": true } : {})}
          onClick={() => value !== null && onChange(null)}
        >
          {t("details.clearShort")}
        </Button>
      </div>
    </Radio.Group>
  );
}
