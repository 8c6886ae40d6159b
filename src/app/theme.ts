import {
  Autocomplete,
  CloseButton,
  Combobox,
  type CSSVariablesResolver,
  createTheme,
  Drawer,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type MantineThemeOverride,
  Menu,
  Modal,
  Notification,
  Popover,
  Select,
  Tooltip,
  type VariantColorsResolver,
} from "@mantine/core";
import { colorNames, palettes } from "#scene/palette.ts";
import type { Theme } from "#ui/services.ts";

const color = (name: (typeof colorNames)[number]) => `var(--dk-${name})`;

// Index 6 is the accent of the light palette, 4 that of the dark one.
const accent: MantineColorsTuple = [
  "#f3f0ff",
  "#ece8fb",
  "#d3caf7",
  "#bfb0fb",
  "#ab95ff",
  "#7a5ce0",
  "#5637c8",
  "#4320c0",
  "#3a1ea0",
  "#2c1780",
];

// The neutral tones of the palette, for what Mantine draws in shades of grey.
const gray: MantineColorsTuple = [
  "#f6f7fa",
  "#eef1f5",
  "#e3e7ee",
  "#d8dde6",
  "#b9c1ce",
  "#8792a5",
  "#5f6b80",
  "#4a5467",
  "#2c3444",
  "#141a26",
];
const dark: MantineColorsTuple = [
  "#eef1f6",
  "#cfd6e1",
  "#b4bdcc",
  "#8f9aad",
  "#363f4e",
  "#2b3340",
  "#1d222c",
  "#1d222c",
  "#161a22",
  "#0f1218",
];

/** What Mantine's colour names mean here, so that every variant has enough contrast in every theme. */
const roles: Readonly<Record<string, { strong: string; on: string; soft: string }>> = {
  accent: { strong: color("accent"), on: color("onAccent"), soft: color("accentSoft") },
  red: { strong: color("negative"), on: color("surface"), soft: mix("negative", 12) },
  green: { strong: color("positive"), on: color("surface"), soft: mix("positive", 12) },
  gray: { strong: color("inkSoft"), on: color("surface"), soft: mix("inkSoft", 10) },
  dark: { strong: color("ink"), on: color("surface"), soft: mix("ink", 10) },
  yellow: { strong: color("gap"), on: color("onGap"), soft: mix("gap", 25) },
  marketing: { strong: color("marketing"), on: color("onOwner"), soft: color("marketingSoft") },
  sales: { strong: color("sales"), on: color("onOwner"), soft: color("salesSoft") },
  it: { strong: color("it"), on: color("onOwner"), soft: color("itSoft") },
};

function mix(name: (typeof colorNames)[number], percent: number): string {
  return `color-mix(in srgb, ${color(name)} ${percent}%, ${color("surface")})`;
}

const variantColors: VariantColorsResolver = (input) => {
  const role = roles[input.color ?? input.theme.primaryColor];
  if (!role) return defaultVariantColorsResolver(input);
  // Yellow is for areas only: as a text it could not be read.
  const text = input.color === "yellow" ? color("ink") : role.strong;
  const none = "1px solid transparent";
  switch (input.variant) {
    case "filled": {
      const hover = `color-mix(in srgb, ${role.strong} 86%, ${color("ink")})`;
      return { background: role.strong, hover, color: role.on, border: none };
    }
    case "light": {
      const hover = `color-mix(in srgb, ${role.soft} 88%, ${role.strong})`;
      return { background: role.soft, hover, color: text, border: none };
    }
    case "outline":
      return { background: "transparent", hover: role.soft, color: text, border: `1px solid ${text}` };
    case "subtle":
      return { background: "transparent", hover: role.soft, color: text, border: none };
    case "transparent":
      return { background: "transparent", hover: "transparent", color: text, border: none };
    default:
      return defaultVariantColorsResolver(input);
  }
};

/** `texts`: names for what Mantine draws by itself, in the user's language. */
export function mantineTheme(texts: { readonly close: string }): MantineThemeOverride {
  const closeButtonProps = { "aria-label": texts.close };
  return createTheme({
    ...look,
    components: {
      CloseButton: CloseButton.extend({ defaultProps: closeButtonProps }),
      Modal: Modal.extend({
        defaultProps: { closeButtonProps, centered: true, padding: "lg", transitionProps: atOnce },
      }),
      // As a `header` it would be a second banner of the page.
      ModalHeader: { defaultProps: { role: "presentation" } },
      // The list itself scrolls, not a box around it, which the keyboard could not reach. It lies in the main landmark,
      // where a screen reader looks for it, and above panels and dialogs, which would clip it.
      Combobox: Combobox.extend({
        defaultProps: { portalProps: { target: "main" }, floatingStrategy: "fixed" },
      }),
      SpotlightActionsList: { defaultProps: { viewportProps: { tabIndex: 0 } } },
      ComboboxTarget: { defaultProps: { withExpandedAttribute: true } },
      Select: Select.extend({
        defaultProps: { withScrollArea: false },
        styles: { options: { maxHeight: "20rem", overflowY: "auto" } },
      }),
      Autocomplete: Autocomplete.extend({
        defaultProps: { withScrollArea: false },
        styles: { options: { maxHeight: "20rem", overflowY: "auto" } },
      }),
      Drawer: Drawer.extend({ defaultProps: { closeButtonProps, transitionProps: atOnce } }),
      Popover: Popover.extend({ defaultProps: { transitionProps: atOnce } }),
      SpotlightRoot: { defaultProps: { transitionProps: atOnce } },
      Notification: Notification.extend({ defaultProps: { closeButtonProps, radius: "md" } }),
      // The placeholder is no menu item, which a menu may not contain; without it the first item has the focus.
      Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false, transitionProps: atOnce } }),
      Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, events } }),
    },
  });
}

/** What fades has the keyboard for a while although nobody sees it any more: keys of quick hands would be lost. */
const atOnce = { duration: 0 };

/** A hint must also show for whoever comes by keyboard. */
const events = { hover: true, focus: true, touch: false };

const look = {
  primaryColor: "accent",
  primaryShade: { light: 6, dark: 4 },
  colors: { accent, gray, dark },
  autoContrast: true,
  variantColorResolver: variantColors,
  fontFamily: '"Inter Variable", system-ui, sans-serif',
  headings: { fontFamily: '"Inter Variable", system-ui, sans-serif', fontWeight: "650" },
  defaultRadius: "md",
  cursorType: "pointer",
  respectReducedMotion: true,
} satisfies MantineThemeOverride;

/** The variables of Mantine that carry a colour, in the words of the palette. */
const mantineColors: Readonly<Record<string, string>> = {
  text: color("ink"),
  bright: color("ink"),
  body: color("surface"),
  error: color("negative"),
  success: color("positive"),
  placeholder: color("inkSoft"),
  anchor: color("accent"),
  dimmed: color("inkSoft"),
  default: color("surface"),
  "default-hover": color("surfaceSunken"),
  "default-color": color("ink"),
  "default-border": color("lineStrong"),
  disabled: color("surfaceSunken"),
  "disabled-color": color("inkSoft"),
  "disabled-border": color("line"),
};

const primaryColors: Readonly<Record<string, string>> = {
  filled: color("accent"),
  "filled-hover": `color-mix(in srgb, ${color("accent")} 86%, ${color("ink")})`,
  light: color("accentSoft"),
  "light-hover": `color-mix(in srgb, ${color("accentSoft")} 88%, ${color("accent")})`,
  "light-color": color("accent"),
};

function variablesOf(theme: Theme): Record<string, string> {
  const variables: Record<string, string> = {};
  for (const name of colorNames) variables[`--dk-${name}`] = palettes[theme][name];
  for (const [name, value] of Object.entries(mantineColors)) variables[`--mantine-color-${name}`] = value;
  for (const [name, value] of Object.entries(primaryColors)) {
    variables[`--mantine-primary-color-${name}`] = value;
    variables[`--mantine-color-accent-${name}`] = value;
  }
  variables["--mantine-primary-color-contrast"] = color("onAccent");
  variables["--mantine-color-accent-text"] = color("accent");
  variables["--mantine-color-accent-outline"] = color("accent");
  // Menu entries take this very shade, and Mantine's own is too pale for a text.
  variables["--mantine-color-red-6"] = color("negative");
  variables["--mantine-color-red-filled"] = color("negative");
  variables["--mantine-color-red-text"] = color("negative");
  return variables;
}

function resolverOf(theme: Theme): CSSVariablesResolver {
  const variables = variablesOf(theme);
  // Mantine writes its own values by colour scheme: those would win over variables without one.
  return () => ({ variables: {}, light: variables, dark: variables });
}

/** By theme: the colours of the palette as `--dk-<name>`, and Mantine's own derived from them. */
export const cssVariables: Readonly<Record<Theme, CSSVariablesResolver>> = {
  light: resolverOf("light"),
  dark: resolverOf("dark"),
  projector: resolverOf("projector"),
};

/** On paper the colours are those of the light theme, whatever the screen shows. */
export const printVariables = `@media print{:root[data-mantine-color-scheme]{${colorNames
  .map((name) => `--dk-${name}:${palettes.light[name]}`)
  .join(";")}}}`;

export function colorSchemeOf(theme: Theme): "light" | "dark" {
  return theme === "dark" ? "dark" : "light";
}
