import { useLayoutEffect, useState } from "react";
import { useLocation, useParams } from "wouter";
import { ruleOf } from "#model/audit/rules.ts";
import type { Id } from "#model/journey-map.ts";
import { useEditor } from "../map/open-map.ts";
import { useKept } from "../map/use-kept.ts";

export const auditParts = ["findings", "stages", "handovers", "ratings", "raci"] as const;
export type AuditPart = (typeof auditParts)[number];

interface AuditAddress {
  readonly part: AuditPart;
  goTo(part: AuditPart): void;
  /** Goes to a handover in the table of all of them, to agree on it. */
  agreeOn(connectionId: Id): void;
  /** The rule for whose findings one came to the page. */
  readonly askedRule: string | undefined;
  /** How often one came for a rule since the page is open. */
  readonly timesAsked: number;
  /** The handover for which one comes to their table. */
  readonly askedHandover: Id | undefined;
}

/**
 * What the address says of the page: a part of it; or a rule, or a handover, for which one comes. Those two are taken
 * from it: who comes back later finds the page as they left it, and not as they came to it first. Where no part is named
 * it is the one that was looked at last.
 */
export function useAuditAddress(): AuditAddress {
  const editor = useEditor();
  const [, navigate] = useLocation();
  const [, segment = "", connectionId] = (useParams()["*"] ?? "").split("/");
  const askedRule = ruleOf(segment) ? segment : undefined;
  const [came, setCame] = useState({ segment, times: 0 });
  // One may come for a rule while the page is open.
  if (segment !== came.segment) setCame({ segment, times: came.times + Number(askedRule !== undefined) });
  const kept = useKept<AuditPart>("audit.part");
  const named = auditParts.find((part) => part === segment);
  const part = named ?? (askedRule === undefined ? kept.read() : undefined) ?? "findings";
  const address = (...rest: readonly string[]) =>
    ["/map", editor.store.getState().map.id, "audit", ...rest].join("/");
  const plain = address(part);
  const isPlain = named !== undefined && connectionId === undefined;
  useLayoutEffect(() => {
    kept.write(part);
    if (!isPlain) navigate(plain, { replace: true });
  }, [kept, part, isPlain, plain, navigate]);
  return {
    part,
    goTo: (other) => navigate(address(other)),
    agreeOn: (id) => navigate(address("handovers", id)),
    askedRule,
    timesAsked: came.times,
    askedHandover: connectionId,
  };
}
