import { Group, Kbd } from "@mantine/core";
import { useText } from "#i18n/i18n.ts";
import { isAppleKeyboard, shortcutKeys } from "./shortcut-keys.ts";

/** A shortcut as a row of keys. */
export function Shortcut({ shortcut }: { readonly shortcut: string }) {
  const t = useText();
  const keys = shortcutKeys(shortcut, t, isAppleKeyboard());
  return (
    <Group component="span" gap={4} wrap="nowrap" display="inline-flex">
      {keys.map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
    </Group>
  );
}
