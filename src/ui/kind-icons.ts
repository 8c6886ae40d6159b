import { type LucideIcon, Route, StickyNote, Target, User } from "lucide-react";
import type { NodeKind } from "#model/fields.ts";

/** The sign of each kind of node, always beside its word or its title. */
export const kindIcons: Readonly<Record<NodeKind, LucideIcon>> = {
  persona: User,
  journey: Target,
  touchpoint: Route,
  note: StickyNote,
};
