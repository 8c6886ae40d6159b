import { Button, Code, Group } from "@mantine/core";
import { RotateCw } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { UnreadableMapError } from "../services.ts";
import { PlainPage } from "./PlainPage.tsx";

export function ErrorPage({ error }: { readonly error: unknown }) {
  const { t } = useTranslation();
  const isUnreadable = error instanceof UnreadableMapError;
  const what = !isUnreadable ? "error" : error.problem === "newer" ? "newerMap" : "unreadableMap";
  return (
    <PlainPage heading={t(`shell.${what}.heading`)} text={t(`shell.${what}.text`)}>
      <Group>
        <Button leftSection={<RotateCw size="1.1em" aria-hidden />} onClick={() => window.location.reload()}>
          {t("shell.error.reload")}
        </Button>
        <Button variant="default" component={Link} href="/">
          {t("shell.toLibrary")}
        </Button>
        <Button variant="default" component="a" href="./recover.html">
          {t("shell.recovery")}
        </Button>
      </Group>
      {!isUnreadable && <Code block>{String(error)}</Code>}
    </PlainPage>
  );
}
