import { useEffect, useState } from "react";
import { useLocation, useParams } from "wouter";
import { ruleOf } from "#model/audit/rules.ts";
import { useEditor } from "../map/open-map.ts";

/**
 * The rule for whose findings one came, by its id in the address. It is taken from there: who comes back later finds the
 * page as they left it, and not as they came to it first.
 */
export function useAskedRule(): string | undefined {
  const editor = useEditor();
  const [, navigate] = useLocation();
  const [, ruleId] = (useParams()["*"] ?? "").split("/");
  const [asked] = useState(ruleOf(ruleId ?? "") ? ruleId : undefined);
  useEffect(() => {
    if (ruleId !== undefined) navigate(`/map/${editor.store.getState().map.id}/audit`, { replace: true });
  }, [ruleId, navigate, editor]);
  return asked;
}
