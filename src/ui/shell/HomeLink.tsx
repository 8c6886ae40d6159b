import { Anchor } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import classes from "./HomeLink.module.css";

/** The way back to all maps. */
export function HomeLink() {
  const { t } = useTranslation();
  return (
    <Anchor component={Link} href="/" className={classes.link} c="inherit" underline="hover">
      <img src="./icon.svg" alt="" width="28" height="28" />
      <span>{t("mapPage.backToMaps")}</span>
    </Anchor>
  );
}
