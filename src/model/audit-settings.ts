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

/** What the numbers among the settings may be; whole ones. */
export const auditLimits = {
  mostTouchpoints: { minimum: 1, maximum: 10_000 },
  mostMoments: { minimum: 0, maximum: 10_000 },
} as const;

/** The number nearest to a value that a setting can have; for what is no number the usual one. */
export function nearestSetting(name: keyof typeof auditLimits, value: unknown): number {
  if (typeof value !== "number" || Number.isNaN(value)) return defaultAuditSettings[name];
  const { minimum, maximum } = auditLimits[name];
  return Math.min(maximum, Math.max(minimum, Math.round(value)));
}

/** From here on the two ratings of a touchpoint show that the team sees itself in another light than customers do. */
export const LARGE_RATING_GAP = 2;

/** A map that says nothing has the usual settings. */
export function auditSettingsOf({ audit }: Pick<JourneyMap, "audit">): AuditSettings {
  return { ...defaultAuditSettings, ...audit };
}
