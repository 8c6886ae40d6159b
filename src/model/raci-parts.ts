import { disciplines } from "./discipline.ts";

/** Who does the work, who answers for it, who is asked before, who is told after. */
export const raciParts = ["responsible", "accountable", "consulted", "informed"] as const;
export type RaciPart = (typeof raciParts)[number];

/** Who can have a part in a touchpoint: the disciplines, and its manager as a person. */
export const raciRoles = [...disciplines, "manager"] as const;
export type RaciRole = (typeof raciRoles)[number];
