import { useTranslation } from "react-i18next";
import { RelativeTime } from "../library/RelativeTime.tsx";
import { dayAndTime } from "./version-words.ts";
import classes from "./versions.module.css";

/** When a version was kept: as a date, and how long ago that is. */
export function VersionTime({ at }: { readonly at: string }) {
  const { i18n } = useTranslation();
  const isTime = !Number.isNaN(Date.parse(at));
  return (
    <>
      {dayAndTime(at, i18n.language)}
      {isTime && " · "}
      {isTime && (
        <span className={classes.relative}>
          <RelativeTime at={at} text="versions.when" />
        </span>
      )}
    </>
  );
}
