import { MantineProvider } from "@mantine/core";
import { ModalsProvider } from "@mantine/modals";
import { Notifications } from "@mantine/notifications";
import { type ReactNode, useLayoutEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import type { StoreApi } from "zustand/vanilla";
import type { SettingsState } from "#ui/services.ts";
import { ThemeVariables } from "./ThemeVariables.tsx";
import { colorSchemeOf, cssVariables, mantineTheme } from "./theme.ts";

interface ThemedProps {
  readonly settings: StoreApi<SettingsState>;
  readonly children: ReactNode;
}

/** The look that was chosen, and what the component library needs around every page. */
export function Themed({ settings, children }: ThemedProps) {
  const { t } = useTranslation();
  const theme = useStore(settings, (state) => state.theme);
  const closeText = t("shell.close");
  const mantine = useMemo(() => mantineTheme({ close: closeText }), [closeText]);
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  return (
    <MantineProvider
      theme={mantine}
      forceColorScheme={colorSchemeOf(theme)}
      // What it would write as HTML is forbidden by the security policy of the page.
      withCssVariables={false}
      withGlobalClasses={false}
      deduplicateInlineStyles
    >
      <ThemeVariables resolver={cssVariables[theme]} />
      <ModalsProvider labels={{ confirm: t("shell.confirm"), cancel: t("common.cancel") }}>
        <Notifications position="bottom-center" limit={5} />
        {children}
      </ModalsProvider>
    </MantineProvider>
  );
}
