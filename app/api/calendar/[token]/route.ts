import { agendaKindLabels } from "@/lib/agenda/labels";
import { agendaOfFeed } from "@/lib/agenda/queries/feeds";
import type { AgendaEntry } from "@/lib/agenda/rules/entries";
import { hidden } from "@/lib/auth/api";
import { calendarFile } from "@/lib/documents/calendar-file";

/** A person's agenda for calendar programs, which have no session: the secret in the address is the key. */
export async function GET(_request: Request, props: { params: Promise<{ token: string }> }): Promise<Response> {
  const agenda = await agendaOfFeed((await props.params).token);
  if (!agenda) return hidden();
  const body = calendarFile({ name: "党建日程", day: agenda.day, events: agenda.entries.map(eventOf) });
  return new Response(body, {
    headers: {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": 'inline; filename="agenda.ics"',
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
    },
  });
}

function eventOf(entry: AgendaEntry) {
  const month = entry.day.slice(0, 7);
  return {
    uid: `${entry.key}@party-building-portal`,
    day: entry.day,
    title: `【${agendaKindLabels[entry.kind]}】${entry.words}${entry.isDone && entry.kind !== "MEETING" ? "（已完成）" : ""}`,
    note: entry.items.map(({ words, isDone }) => `${words}${isDone ? "（已完成）" : ""}`).join("\n"),
    href: new URL(`/calendar?month=${month}&day=${entry.day}`, process.env.NEXTAUTH_URL).href,
  };
}
