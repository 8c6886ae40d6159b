import type { TextOf } from "#i18n/i18n.ts";
import { countsOf } from "#model/content-hash.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import type { MapVersion } from "../services.ts";

/** What the user called a version, or why it was kept. */
export function versionName(t: TextOf, { name, cause }: Pick<MapVersion, "name" | "cause">): string {
  return name?.trim() || t(`versions.cause.${cause}`);
}

/** Day and time as the reader writes them; a time that is none is shown as it is. */
export function dayAndTime(at: string, locale: string): string {
  const time = Date.parse(at);
  if (Number.isNaN(time)) return at;
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(time);
}

/** The name with the time, for a place where one version must be told from all others. */
export function versionWithTime(t: TextOf, version: MapVersion, locale: string): string {
  return `${versionName(t, version)}, ${dayAndTime(version.at, locale)}`;
}

export function countsText(t: TextOf, counts: MapVersion["counts"]): string {
  return t("versions.counts", {
    nodes: unbroken(t("things.node", { count: counts.nodes })),
    connections: unbroken(t("things.connection", { count: counts.connections })),
  });
}

export function countsTextOf(t: TextOf, map: JourneyMap): string {
  return countsText(t, countsOf(map));
}

/** A number and what it counts stay in one line. */
function unbroken(text: string): string {
  return text.replaceAll(" ", "\u00a0");
}
