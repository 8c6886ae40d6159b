import { type AuditSettings, auditSettingsOf, nearestSetting } from "../audit-settings.ts";
import { isSame } from "../is-same.ts";
import type { JourneyMap } from "../journey-map.ts";
import type { Command } from "./command.ts";

/** Settles findings without mending what they say. `at`: ISO 8601, UTC. */
export function dismissFindings(findingIds: readonly string[], reason: string, at: string): Command {
  return {
    label: { key: "dismiss", thing: "finding", count: findingIds.length },
    apply(draft) {
      for (const findingId of findingIds) draft.dismissals[findingId] = { findingId, reason, at };
    },
  };
}

/** Takes dismissals back. */
export function reopenFindings(findingIds: readonly string[]): Command {
  return {
    label: { key: "reopen", thing: "finding", count: findingIds.length },
    apply(draft) {
      for (const id of findingIds) delete draft.dismissals[id];
    },
  };
}

/** A number that the settings cannot have becomes the nearest that they can. */
export function changeAuditSettings(map: JourneyMap, values: Partial<AuditSettings>): Command {
  return {
    label: { key: "changeAudit" },
    mergeKey: `audit:${Object.keys(values).join()}`,
    apply(draft) {
      const { rulesOff, mostTouchpoints, mostMoments, ...others } = { ...auditSettingsOf(map), ...values };
      const settings = {
        ...others,
        rulesOff: [...rulesOff],
        mostTouchpoints: nearestSetting("mostTouchpoints", mostTouchpoints),
        mostMoments: nearestSetting("mostMoments", mostMoments),
      };
      if (!isSame(auditSettingsOf(draft), settings)) draft.audit = settings;
    },
  };
}
