import { useEffect, useState } from "react";
import type { KnownFindings } from "#model/audit/gone-findings.ts";
import type { Id } from "#model/journey-map.ts";
import { useServices } from "../../services.ts";

/** What was known of the findings of a map when it came on the screen; null before it was read. */
export function useEarlier(mapId: Id): KnownFindings | null {
  const { findings } = useServices();
  const [earlier, setEarlier] = useState<KnownFindings | null>(null);
  useEffect(() => {
    let isOver = false;
    void findings.read(mapId).then((known) => isOver || setEarlier(known));
    return () => {
      isOver = true;
      setEarlier(null);
    };
  }, [findings, mapId]);
  return earlier;
}
