import { useEffect, useState } from "react";
import { type PortfolioState, useServices } from "../services.ts";

/** The figures of all maps: null until the store was read, "problem" when it cannot be. */
export function usePortfolio(): PortfolioState | "problem" | null {
  const { portfolio } = useServices();
  const [state, setState] = useState<PortfolioState | "problem" | null>(null);
  useEffect(
    () =>
      portfolio.follow({
        next: setState,
        error(problem) {
          console.warn("The portfolio cannot be read", problem);
          setState("problem");
        },
      }),
    [portfolio],
  );
  return state;
}
