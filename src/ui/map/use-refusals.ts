import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { MOST_NODES } from "#model/limits.ts";
import { useOpenMap } from "./open-map.ts";

/** Says of every change that the editor refuses why. */
export function useRefusals(announce: (text: string) => void): void {
  const { refused, saving } = useOpenMap();
  const { t } = useTranslation();
  useEffect(
    () =>
      refused.subscribe(({ reason }) => {
        if (reason === "tooManyNodes")
          return announce(t("saving.refused.tooManyNodes", { most: MOST_NODES }));
        const state = saving.getState();
        announce(t(`saving.refused.${state.state === "viewOnly" ? state.reason : "otherWindow"}`));
      }),
    [refused, saving, announce, t],
  );
}
