import { addDays, type Day } from "@/lib/calendar";

/** Public holidays that fall on the same days every year. */
const spans = [
  ["01-01", "01-03"],
  ["05-01", "05-05"],
  ["10-01", "10-07"],
] as const;

export function isHoliday(day: Day): boolean {
  return spans.some(([from, to]) => day.slice(5) >= from && day.slice(5) <= to);
}

/** Those of the year of a day and of the next, as a committee keeps them in its settings. */
export function holidaysAround(day: Day): Day[] {
  const year = Number(day.slice(0, 4));
  return [year, year + 1].flatMap((each) =>
    spans.flatMap(([from, to]) => {
      const days: Day[] = [];
      for (let next = `${each}-${from}`; next <= `${each}-${to}`; next = addDays(next, 1)) days.push(next);
      return days;
    }),
  );
}
