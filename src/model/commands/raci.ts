import { isSame } from "../is-same.ts";
import type { Id, JourneyMap } from "../journey-map.ts";
import { raciOf } from "../raci.ts";
import { type RaciPart, type RaciRole, raciRoles } from "../raci-parts.ts";
import type { Command } from "./command.ts";

/**
 * Gives a role its part in a touchpoint; null: none. What is as it would be anyway is not kept, so that it follows the
 * owners and handovers again. Whoever else was made to answer for the touchpoint does so no longer.
 */
export function changeRaci(map: JourneyMap, id: Id, role: RaciRole, part: RaciPart | null): Command {
  return {
    label: { key: "changeRaci", name: map.nodes[id]?.title ?? "", thing: "touchpoint", count: 1 },
    apply(draft) {
      const touchpoint = draft.nodes[id];
      const row = raciOf(map).get(id)?.derived;
      if (touchpoint?.kind !== "touchpoint" || !row) return;
      const changes: Partial<Record<RaciRole, RaciPart | "none">> = {};
      for (const other of raciRoles) {
        const change = other === role ? (part ?? "none") : touchpoint.raci?.[other];
        if (change === undefined || change === (row[other] ?? "none")) continue;
        if (other !== role && part === "accountable" && change === "accountable") continue;
        changes[other] = change;
      }
      if (Object.keys(changes).length === 0) delete touchpoint.raci;
      else if (!isSame(touchpoint.raci, changes)) touchpoint.raci = changes;
    },
  };
}
