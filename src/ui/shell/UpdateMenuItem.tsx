import { Menu } from "@mantine/core";
import { CircleArrowUp } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import { type UpdateState, useAppUpdate } from "./app-update.ts";

const noUpdate = createStore<{ readonly state: UpdateState }>(() => ({ state: "none" }));

export function useUpdateState(): UpdateState {
  return useStore(useAppUpdate()?.store ?? noUpdate, ({ state }) => state);
}

/** Nothing, unless a newer version of the app is there. */
export function UpdateMenuItem() {
  const { t } = useTranslation();
  const update = useAppUpdate();
  const state = useUpdateState();
  if (!update || state === "none") return null;
  return (
    <>
      {state === "waitsForSaving" ? (
        <Menu.Label>{t("shell.update.waitsForSaving")}</Menu.Label>
      ) : (
        <Menu.Item
          color="accent"
          leftSection={<CircleArrowUp size="1.1rem" aria-hidden />}
          onClick={update.apply}
        >
          {t("shell.update.ready")}
        </Menu.Item>
      )}
      <Menu.Divider />
    </>
  );
}
