import { useTranslation } from "react-i18next";

/** A time to the second as the reader writes it; with the day when it is not today. From ISO 8601. */
export function useTimeText(): (at: string) => string {
  const { i18n } = useTranslation();
  return (at) => {
    const time = new Date(at);
    const isToday = time.toDateString() === new Date().toDateString();
    const day = isToday ? {} : ({ dateStyle: "medium" } as const);
    return new Intl.DateTimeFormat(i18n.language, { ...day, timeStyle: "medium" }).format(time);
  };
}
