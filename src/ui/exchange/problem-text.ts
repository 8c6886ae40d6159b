import type { Problem } from "#exchange/problem.ts";
import type { TextOf } from "#i18n/i18n.ts";

/** The sentence that tells a problem with a file, or a repair. */
export function problemText(t: TextOf, { key, params }: Problem): string {
  const fieldName = (name: string | number) =>
    textOrName(t, [`field.${name}`, `problem.field.${name}`], name);
  const what = t(`problem.${key}`, {
    ...params,
    ...(params.field === undefined ? {} : { field: fieldName(params.field) }),
    ...(params.expected === undefined
      ? {}
      : { expected: textOrName(t, [`problem.type.${params.expected}`], "") }),
    ...(params.target === undefined ? {} : { target: t(`problem.kind.${params.target}`) }),
  });
  const where = objectName(t, params);
  return where === null ? what : t("problem.at", { where, what });
}

/** "touchpoint 'Hotline' (t30)", or null where the file as a whole is meant. */
function objectName(t: TextOf, { kind, title, id }: Problem["params"]): string | null {
  if (kind === undefined || kind === "file") return null;
  const bare = t(`problem.kind.${kind}`);
  const name = title ? t("problem.titled", { kind: bare, title }) : bare;
  return id ? t("problem.withId", { name, id }) : name;
}

/** A field of another program has no text: then it is called what the file calls it. */
function textOrName(t: TextOf, keys: readonly string[], name: string | number): string {
  for (const key of keys) {
    const text = t(key, { defaultValue: "" });
    if (text !== "") return text;
  }
  return String(name);
}
