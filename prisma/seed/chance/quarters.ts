import { addDays, addQuarters, type Day, daysBetween, quarterDays, quarterOf, toDate } from "@/lib/calendar";

/**
 * The samples' own clock. Everything happens a number of quarters before the present one, so that eight quarters are
 * always alive whatever the day; two things in different quarters keep their order.
 */
export type Clock = {
  day: Day;
  /** A day in the quarter `ago` quarters back; `share` of the way through it. Never after the samples' day. */
  at: (ago: number, share: number) => Day;
};

export function clockOf(day: Day): Clock {
  const present = quarterOf(day);
  const at = (ago: number, share: number) => {
    const { from, to } = quarterDays(addQuarters(present, -ago));
    const last = ago === 0 ? day : to;
    return addDays(from, Math.floor(share * (daysBetween(from, last) + 1)));
  };
  return { day, at };
}

/** The later of two days. */
export function laterOf(one: Day, other: Day): Day {
  return daysBetween(one, other) > 0 ? other : one;
}

/** The earlier of two days. */
export function earlierOf(one: Day, other: Day): Day {
  return daysBetween(one, other) > 0 ? one : other;
}

/** The day itself, or the Friday before a weekend's day. */
export function workday(day: Day): Day {
  const weekday = toDate(day).getUTCDay();
  return addDays(day, weekday === 6 ? -1 : weekday === 0 ? -2 : 0);
}
