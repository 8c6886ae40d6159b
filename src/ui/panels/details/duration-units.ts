/** `minutes`: how many of them one of the unit is. The largest first. */
export const durationUnits = [
  { unit: "days", minutes: 1440 },
  { unit: "hours", minutes: 60 },
  { unit: "minutes", minutes: 1 },
] as const;

export type DurationUnit = (typeof durationUnits)[number]["unit"];

/** A duration as it stands in a form. `amount` is a text while it is empty or not yet a number. */
export interface WrittenDuration {
  readonly amount: number | string;
  readonly unit: DurationUnit;
}

const LARGEST = 1e10;

/** Null for no amount, undefined for what is not a duration. */
export function minutesOf({ amount, unit }: WrittenDuration): number | null | undefined {
  if (amount === "") return null;
  const size = durationUnits.find((entry) => entry.unit === unit)?.minutes ?? 1;
  // Hundredths, so that 1.1 hours are 66 minutes and not 66.00000000000001.
  const minutes = Math.round(Number(amount) * size * 100) / 100;
  return Number.isFinite(minutes) && minutes >= 0 && minutes <= LARGEST ? minutes : undefined;
}

/** In the largest unit of which it is a whole number. */
export function splitDuration(minutes: number | null): WrittenDuration {
  if (minutes === null) return { amount: "", unit: "hours" };
  const fitting = durationUnits.find((entry) => minutes >= entry.minutes && minutes % entry.minutes === 0);
  const { unit, minutes: size } = fitting ?? { unit: "minutes", minutes: 1 };
  return { amount: minutes / size, unit };
}
