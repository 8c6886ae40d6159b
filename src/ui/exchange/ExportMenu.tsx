import { Button, Menu } from "@mantine/core";
import { Download, Printer } from "lucide-react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { formats } from "#exchange/formats.ts";
import { useRunner } from "../shell/runner.ts";

/** The button of the toolbar that gives the open map away as a file; each format has its action. */
export function ExportMenu() {
  const { t } = useTranslation();
  const { actions, run } = useRunner();
  const button = useRef<HTMLButtonElement>(null);
  return (
    // Below the button in the page, so that it lies in the same landmark.
    <Menu position="bottom-end" width={260} withinPortal={false}>
      <Menu.Target>
        <Button
          ref={button}
          size="compact-md"
          variant="default"
          leftSection={<Download size="1.15rem" aria-hidden />}
        >
          {t("exchange.export")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<Printer size="1.125rem" aria-hidden />}
          onClick={() => {
            button.current?.focus();
            run("view-report");
          }}
        >
          {t("exchange.report")}
        </Menu.Item>
        {formats
          .filter(({ write }) => write)
          .map(({ id, name, table }) => {
            const Icon = actions.find((action) => action.id === `export-${id}`)?.icon ?? Download;
            return (
              <Menu.Item
                key={id}
                leftSection={<Icon size="1.125rem" aria-hidden />}
                onClick={() => {
                  // A dialog gives the keyboard back to where it was, and the menu is gone by then.
                  button.current?.focus();
                  run(`export-${id}`);
                }}
              >
                {table ? t("exchange.tableAs", { table: t(`report.tables.${table}`), name }) : name}
              </Menu.Item>
            );
          })}
      </Menu.Dropdown>
    </Menu>
  );
}
