import {
  ArrowLeft,
  ChartNoAxesColumn,
  CircleQuestionMark,
  HardDrive,
  Languages,
  Moon,
  Presentation,
  Search,
  Sun,
} from "lucide-react";
import { languages } from "#i18n/languages.ts";
import type { Action } from "#ui/action.ts";
import type { Theme } from "#ui/services.ts";
import { openPalette } from "#ui/shell/palette-store.ts";
import { catchTyping } from "#ui/shell/use-type-ahead.ts";

const themeIcons = { light: Sun, dark: Moon, projector: Presentation } as const;

/** What can be done on every page. */
export const generalActions: readonly Action[] = [
  {
    id: "to-library",
    group: "file",
    icon: ArrowLeft,
    place: "map",
    perform: ({ navigate }) => navigate("/"),
  },
  {
    id: "portfolio",
    group: "view",
    icon: ChartNoAxesColumn,
    place: "everywhere",
    perform: ({ navigate }) => navigate("/portfolio"),
  },
  {
    id: "palette",
    group: "help",
    icon: Search,
    shortcuts: ["mod+K", "mod+F"],
    place: "everywhere",
    perform() {
      catchTyping();
      openPalette();
    },
  },
  {
    id: "help",
    group: "help",
    icon: CircleQuestionMark,
    // Where "?" lies differs by keyboard; F1 is the same everywhere.
    shortcuts: ["F1", "shift+?"],
    place: "everywhere",
    perform: ({ openDialog }) => openDialog("help"),
  },
  {
    id: "storage",
    group: "file",
    icon: HardDrive,
    place: "everywhere",
    perform: ({ openDialog }) => openDialog("storage"),
  },
  ...(Object.keys(themeIcons) as Theme[]).map(themeAction),
  {
    id: "next-language",
    group: "view",
    icon: Languages,
    place: "everywhere",
    perform: ({ services: { settings } }) => {
      const index = languages.findIndex(({ code }) => code === settings.getState().language);
      const next = languages[(index + 1) % languages.length] ?? languages[0];
      settings.setState({ language: next.code });
    },
  },
];

function themeAction(theme: Theme): Action {
  return {
    id: `theme-${theme}`,
    group: "view",
    icon: themeIcons[theme],
    place: "everywhere",
    problem: ({ services }) => (services.settings.getState().theme === theme ? "alreadySo" : null),
    perform: ({ services }) => services.settings.setState({ theme }),
  };
}
