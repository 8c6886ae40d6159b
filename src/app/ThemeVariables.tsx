import {
  type CSSVariablesResolver,
  convertCssVariables,
  deepMerge,
  defaultCssVariablesResolver,
  useMantineTheme,
} from "@mantine/core";
import { useMemo } from "react";
import { printVariables } from "./theme.ts";

/** Which of the two schemes is at work, for what is drawn by `light-dark()` and its kin. */
const schemes = {
  variables: {},
  light: { "--mantine-color-scheme": "light" },
  dark: { "--mantine-color-scheme": "dark" },
};

/**
 * Mantine's variables with those of our theme. Mantine would write them itself, but as HTML, which the security
 * policy of the page forbids; here they are the text of a style element.
 */
export function ThemeVariables({ resolver }: { readonly resolver: CSSVariablesResolver }) {
  const theme = useMantineTheme();
  const css = useMemo(() => {
    const variables = deepMerge(defaultCssVariablesResolver(theme), resolver(theme));
    return convertCssVariables(variables) + convertCssVariables(schemes) + printVariables;
  }, [theme, resolver]);
  return <style>{css}</style>;
}
