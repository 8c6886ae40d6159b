import { type LucideIcon, MessageCircle, Route, StickyNote, UserRound } from "lucide-react";
import type { NodeKind } from "#model/fields.ts";

/** The sign of each kind of node, always beside its word or its title. */
export const kindIcons: Readonly<Record<NodeKind, LucideIcon>> = {
  persona: UserRound,
  journey: Route,
  touchpoint: MessageCircle,
  note: StickyNote,
};
