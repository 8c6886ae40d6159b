import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useText } from "#i18n/i18n.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import { type Template, useServices } from "../services.ts";

export interface BuiltTemplate {
  readonly template: Template;
  readonly name: string;
  readonly summary: string;
  /** What a map of it looks like, to be shown, not to be kept. */
  readonly example: JourneyMap;
}

/** The templates as they look in the present language. */
export function useBuiltTemplates(): readonly BuiltTemplate[] {
  const { templates } = useServices();
  const textOf = useText();
  const { language } = useTranslation().i18n;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the texts follow the language.
  return useMemo(
    () =>
      templates.map((template) => ({
        template,
        name: textOf(`template.${template.id}.name`),
        summary: textOf(`template.${template.id}.summary`),
        example: template.build(textOf),
      })),
    [templates, textOf, language],
  );
}
