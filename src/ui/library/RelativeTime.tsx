import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useServices } from "../services.ts";
import { exactTime, relativeTime } from "./relative-time.ts";

interface RelativeTimeProps {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The sentence around it. */
  readonly text: "library.changed" | "library.bin.deleted" | "versions.when";
}

const MINUTE = 60_000;

/** How long ago something was, with the exact time for whoever points at it. */
export function RelativeTime({ at, text }: RelativeTimeProps) {
  const { t, i18n } = useTranslation();
  const services = useServices();
  const [, setTick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTick((tick) => tick + 1), MINUTE);
    return () => clearInterval(timer);
  }, []);
  const when = relativeTime(at, services.now(), i18n.language) ?? t("library.justNow");
  return (
    <time dateTime={at} title={exactTime(at, i18n.language)}>
      {t(text, { when })}
    </time>
  );
}
