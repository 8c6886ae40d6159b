import { createContext, useContext, useMemo, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import type { Pen, SceneTexts } from "#scene/drawing.ts";
import type { PictureTexts } from "#scene/picture.ts";
import { fontOf } from "#scene/shapes.ts";
import type { Measure } from "#scene/text.ts";
import { useServices } from "../services.ts";
import { useToday } from "../today.ts";

let context: CanvasRenderingContext2D | null | undefined;
const widths = new Map<string, number>();
const MOST_WIDTHS = 20_000;

/** Measures with the fonts of the page; remembers, because the same words come again with every change. */
export const measureOnPage: Measure = (text, font) => {
  const css = fontOf(font);
  const key = `${css}|${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  context ??= document.createElement("canvas").getContext("2d");
  if (context && context.font !== css) context.font = css;
  const width = context?.measureText(text).width ?? text.length * font.size * 0.55;
  if (widths.size >= MOST_WIDTHS) widths.clear();
  widths.set(key, width);
  return width;
};

let arrivals = 0;
let isListening = false;
const listeners = new Set<() => void>();

/** To be called when a font has arrived late: what was measured without it is wrong. */
export function noteFontArrival(): void {
  arrivals += 1;
  widths.clear();
  for (const listener of listeners) listener();
}

/** How many fonts have arrived since the first question: then all texts are measured and drawn once more. */
export function fontArrivals(): number {
  // Where a page is only simulated there are no fonts.
  if (!isListening) document.fonts?.addEventListener("loadingdone", noteFontArrival);
  isListening = true;
  return arrivals;
}

function useFontArrivals(): number {
  return useSyncExternalStore((onArrival) => {
    listeners.add(onArrival);
    return () => listeners.delete(onArrival);
  }, fontArrivals);
}

type Translate = (key: string) => string;

export function sceneTexts(t: Translate): SceneTexts {
  const perDiscipline = (group: string) => ({
    marketing: t(`common.${group}.marketing`),
    sales: t(`common.${group}.sales`),
    it: t(`common.${group}.it`),
  });
  return {
    letter: perDiscipline("letter"),
    discipline: perDiscipline("discipline"),
    nobody: t("scene.nobody"),
    noStage: t("scene.noStage"),
    noTitle: t("scene.noTitle"),
    state: { current: t("scene.current"), target: t("scene.target") },
    customer: t("scene.customer"),
    team: t("scene.team"),
    emotion: t("scene.emotion"),
    baton: t("scene.baton"),
    quotes: [t("scene.quoteOpen"), t("scene.quoteClose")],
  };
}

export function pictureTexts(t: Translate): PictureTexts {
  return {
    missingOwner: t("scene.missingOwner"),
    missingManager: t("scene.missingManager"),
    manager: t("scene.manager"),
    momentOfTruth: t("scene.momentOfTruth"),
    handoverOpen: t("scene.handoverOpen"),
    handoverAgreed: t("scene.handoverAgreed"),
    handoverConfirmed: t("scene.handoverConfirmed"),
    pingPong: t("scene.pingPong"),
    rating: t("field.customerRating"),
    disappointment: t("field.disappointments"),
    content: t("scene.contents"),
    measure: t("scene.measures"),
    finding: t("scene.findings"),
    emptyMap: t("scene.emptyMap"),
  };
}

const PenContext = createContext<Pen | null>(null);
export const PenProvider = PenContext.Provider;

/** The pen of the canvas around: one for all of its nodes. */
export function usePen(): Pen {
  const pen = useContext(PenContext);
  if (!pen) throw new Error("usePen outside of a canvas");
  return pen;
}

/** The pen for drawing on this page: its language, its fonts, larger type on a projector. */
export function usePagePen(): Pen {
  const { t, i18n } = useTranslation();
  const theme = useStore(useServices().settings, (settings) => settings.theme);
  const language = i18n.language;
  const today = useToday();
  const shownFonts = useFontArrivals();
  // biome-ignore lint/correctness/useExhaustiveDependencies: neither language nor fonts show in the other values.
  return useMemo(
    () => ({
      texts: sceneTexts(t as Translate),
      measure: measureOnPage,
      today,
      typeScale: theme === "projector" ? 1.1 : 1,
    }),
    [t, language, theme, today, shownFonts],
  );
}
