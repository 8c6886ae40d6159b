import type { Pen } from "#scene/drawing.ts";

/** A pen for tests: English words, every character half as wide as it is high. */
export const pen: Pen = {
  typeScale: 1,
  today: "2026-10-15",
  measure: (text, { size }) => Array.from(text).length * size * 0.55,
  texts: {
    letter: { marketing: "M", sales: "S", it: "I" },
    discipline: { marketing: "Marketing", sales: "Sales", it: "IT" },
    nobody: "Nobody",
    noStage: "No stage",
    noTitle: "Untitled",
    state: { current: "Today", target: "Target" },
    customer: "Customer",
    team: "Our view",
    emotion: "Experience",
    baton: "Baton",
    quotes: ["“", "”"],
  },
};
