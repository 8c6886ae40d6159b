import { type LucideIcon, MessagesSquare, Route, StickyNote, UserRound } from "lucide-react";
import type { NodeKind } from "#model/fields.ts";

export const kindIcons: Readonly<Record<NodeKind, LucideIcon>> = {
  persona: UserRound,
  journey: Route,
  touchpoint: MessagesSquare,
  note: StickyNote,
};
