import { Button } from "@mantine/core";
import { ArrowLeft } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { PlainPage } from "./PlainPage.tsx";

/** Instead of a map that is not there, lies in the bin or cannot be read. */
export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <PlainPage heading={t("shell.notFound.heading")} text={t("shell.notFound.text")}>
      <Button component={Link} href="/" leftSection={<ArrowLeft size="1.1em" aria-hidden />}>
        {t("shell.toLibrary")}
      </Button>
    </PlainPage>
  );
}
