import type { JourneyMap } from "./journey-map.ts";

/** What a map says about its own audit. */
export interface AuditSettings {
  /** Ids of rules that are switched off for this map. */
  readonly rulesOff: readonly string[];
  /** With more touchpoints, or more moments of truth, than this a manager has too much to answer for. */
  readonly mostTouchpoints: number;
  readonly mostMoments: number;
}

export const defaultAuditSettings: AuditSettings = { rulesOff: [], mostTouchpoints: 12, mostMoments: 5 };

/** From here on the two ratings of a touchpoint show that the team sees itself in another light than customers do. */
export const LARGE_RATING_GAP = 2;

/** A map that says nothing has the usual settings. */
export function auditSettingsOf({ audit }: Pick<JourneyMap, "audit">): AuditSettings {
  return { ...defaultAuditSettings, ...audit };
}
