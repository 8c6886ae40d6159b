import { Button, Menu } from "@mantine/core";
import { ChevronDown, PencilLine } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { BulkColumn } from "./bulk-columns.ts";
import { ChangeItems } from "./ChangeItems.tsx";
import classes from "./table.module.css";
import type { GridControl } from "./use-grid.ts";

interface ChangeButtonProps {
  readonly columns: readonly BulkColumn[];
  readonly grid: GridControl;
}

/**
 * Changes all selected cells of a column; of several columns one is chosen. It is always there and always as wide: what
 * stands below must not move while somebody selects.
 */
export function ChangeButton({ columns, grid }: ChangeButtonProps) {
  const { t } = useTranslation();
  const { top, bottom, left, right } = grid.range;
  const [first] = columns;
  const look = {
    size: "sm",
    variant: "default",
    className: classes.change ?? "",
    disabled: !first,
    leftSection: <PencilLine size="1rem" aria-hidden />,
  };
  if (!first)
    return (
      <Button {...look} title={t("table.noneToChangeWhy")}>
        {t("table.noneToChange")}
      </Button>
    );
  if (left === right)
    return (
      <Button {...look} onClick={() => grid.edit(null, bottom > top)}>
        {t("table.changeAll", { count: first.count })}
      </Button>
    );
  return (
    <Menu position="bottom-end" returnFocus={false} portalProps={{ target: "main" }}>
      <Menu.Target>
        <Button {...look} rightSection={<ChevronDown size="1rem" aria-hidden />}>
          {t("table.changeColumn")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <ChangeItems columns={columns} grid={grid} />
      </Menu.Dropdown>
    </Menu>
  );
}
