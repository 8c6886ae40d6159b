import { useEffect, useState } from "react";
import { useLocation, useParams } from "wouter";
import type { Id } from "#model/journey-map.ts";
import { useEditor } from "../map/open-map.ts";

interface AskedLine {
  readonly id: Id | null;
  /** It was planned just now, with a title that is a suggestion. */
  readonly isNew: boolean;
}

/**
 * The line of the plan for which one came, by its id in the address. That it is new is taken from there: whoever loads the
 * page again or comes back to it later must not type over a title that stands by then.
 */
export function useAskedLine(): AskedLine {
  const editor = useEditor();
  const [, navigate] = useLocation();
  const [, id = null, mark] = (useParams()["*"] ?? "").split("/");
  const isNew = mark === "new";
  const [asked, setAsked] = useState({ id, isNew });
  // One may come for another line while the plan is open: by a notice, or by the browser's way back.
  if (id !== asked.id || (isNew && !asked.isNew)) setAsked({ id, isNew });
  useEffect(() => {
    if (mark !== undefined) navigate(`/map/${editor.store.getState().map.id}/plan/${id}`, { replace: true });
  }, [id, mark, navigate, editor]);
  return asked;
}
