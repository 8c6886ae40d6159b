import { Button, Code } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { UnreadableMapError } from "../services.ts";
import { PlainPage } from "./PlainPage.tsx";
import { WayOut } from "./WayOut.tsx";

export function ErrorPage({ error }: { readonly error: unknown }) {
  const { t } = useTranslation();
  const isUnreadable = error instanceof UnreadableMapError;
  const what = !isUnreadable ? "error" : error.problem === "newer" ? "newerMap" : "unreadableMap";
  return (
    <PlainPage heading={t(`shell.${what}.heading`)} text={t(`shell.${what}.text`)}>
      <WayOut>
        <Button variant="default" component={Link} href="/">
          {t("shell.toLibrary")}
        </Button>
      </WayOut>
      {!isUnreadable && <Code block>{String(error)}</Code>}
    </PlainPage>
  );
}
