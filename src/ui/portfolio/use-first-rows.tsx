import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

/** So many rows are there at first; thousands of them would keep the page waiting. */
const AT_FIRST = 200;

/** The first of many rows, and how to get at the others: to be put below them. */
export function useFirstRows<T>(rows: readonly T[], atFirst = AT_FIRST) {
  const { t } = useTranslation();
  const [most, setMost] = useState(atFirst);
  const left = rows.length - most;
  const more = left > 0 && (
    <Button variant="default" size="sm" mt="sm" onClick={() => setMost(most + 5 * atFirst)}>
      {t("portfolio.more", { count: left })}
    </Button>
  );
  return { shown: left > 0 ? rows.slice(0, most) : rows, more };
}
