import { ICalCalendar } from "ical-generator";
import { addDays, type Day, toDate } from "@/lib/calendar";

export type CalendarEvent = {
  /** Stays the same when the event is read again with other words. */
  uid: string;
  day: Day;
  title: string;
  note: string;
  href: string;
};

/**
 * A calendar of whole days as an iCalendar file (RFC 5545): dates without a time, so that a day in Shanghai is that day
 * everywhere. The same events on the same day give the same bytes.
 */
export function calendarFile(facts: { name: string; day: Day; events: CalendarEvent[] }): string {
  const calendar = new ICalCalendar({
    name: facts.name,
    prodId: { company: "party-building-portal", product: "agenda", language: "ZH" },
    ttl: 6 * 3_600,
  });
  for (const { uid, day, title, note, href } of facts.events) {
    calendar.createEvent({
      id: uid,
      stamp: toDate(facts.day),
      start: toDate(day),
      end: toDate(addDays(day, 1)),
      allDay: true,
      summary: title,
      description: note || null,
      url: href,
    });
  }
  return calendar.toString();
}
