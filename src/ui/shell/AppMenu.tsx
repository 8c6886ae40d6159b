import { ActionIcon, Indicator, Menu } from "@mantine/core";
import { CircleQuestionMark, HardDrive, LifeBuoy, Search, Settings } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { type LanguageCode, languages } from "#i18n/languages.ts";
import { palettes } from "#scene/palette.ts";
import { type Theme, useServices } from "../services.ts";
import { useRunAction } from "./runner.ts";
import { Shortcut } from "./Shortcut.tsx";
import { UpdateMenuItem, useUpdateState } from "./UpdateMenuItem.tsx";

const themes = Object.keys(palettes) as Theme[];

/** Language, theme, help: what belongs to no page of its own. */
export function AppMenu() {
  const { t } = useTranslation();
  const run = useRunAction();
  const { settings } = useServices();
  const { theme, language } = useStore(settings);
  const hasUpdate = useUpdateState() !== "none";
  return (
    // In its place in the page, so that it belongs to the same landmark as its button.
    <Menu position="bottom-end" width="max-content" withinPortal={false} floatingStrategy="fixed" returnFocus>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="dark"
          size="lg"
          aria-label={t(hasUpdate ? "shell.menuWithUpdate" : "shell.menu")}
        >
          <Indicator disabled={!hasUpdate} size={9} offset={2}>
            <Settings size="1.25rem" display="block" aria-hidden />
          </Indicator>
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <UpdateMenuItem />
        <Menu.Label>{t("shell.theme")}</Menu.Label>
        <Menu.RadioGroup value={theme} onChange={(value) => settings.setState({ theme: value as Theme })}>
          {themes.map((name) => (
            <Menu.RadioItem key={name} value={name} closeMenuOnClick>
              {t(`action.theme-${name}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Label>{t("shell.language")}</Menu.Label>
        <Menu.RadioGroup
          value={language}
          onChange={(value) => settings.setState({ language: value as LanguageCode })}
        >
          {languages.map(({ code, name }) => (
            <Menu.RadioItem key={code} value={code} lang={code} closeMenuOnClick>
              {name}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item
          leftSection={<Search size="1.1rem" aria-hidden />}
          rightSection={<Shortcut shortcut="mod+K" />}
          onClick={() => run("palette")}
        >
          {t("action.palette")}
        </Menu.Item>
        <Menu.Item leftSection={<CircleQuestionMark size="1.1rem" aria-hidden />} onClick={() => run("help")}>
          {t("action.help")}
        </Menu.Item>
        <Menu.Item leftSection={<HardDrive size="1.1rem" aria-hidden />} onClick={() => run("storage")}>
          {t("action.storage")}
        </Menu.Item>
        <Menu.Item component="a" href="./recover.html" leftSection={<LifeBuoy size="1.1rem" aria-hidden />}>
          {t("shell.recovery")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
