import { Center, Loader } from "@mantine/core";
import { useTranslation } from "react-i18next";

/** While a page or its data is on its way. */
export function PageLoader() {
  const { t } = useTranslation();
  return (
    <Center h="100%" mih={200}>
      <Loader aria-label={t("shell.loading")} />
    </Center>
  );
}
