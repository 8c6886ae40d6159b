import { Title } from "@mantine/core";
import { useTranslation } from "react-i18next";

/** All maps of this browser. */
export function LibraryPage() {
  const { t } = useTranslation();
  return <Title order={1}>{t("library.heading")}</Title>;
}
