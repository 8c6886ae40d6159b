import { useServices } from "./services.ts";

/** The day of a time (ISO 8601) where the reader is, as an ISO date. */
export function localDate(time: string): string {
  const date = new Date(time);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Today where the reader is, as an ISO date. */
export function useToday(): string {
  return localDate(useServices().now());
}
