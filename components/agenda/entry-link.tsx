import { KindBadge } from "@/components/agenda/kind-badge";
import type { AgendaEntry } from "@/lib/agenda/rules/entries";
import type { Day } from "@/lib/calendar";

/** The day's own list below the month. */
export const dayHref = (day: Day) => `/calendar?month=${day.slice(0, 7)}&day=${day}#day`;

/** One entry in a line. A meeting that was held needs no word that it is done. */
export function EntryLink({ entry, href }: { entry: AgendaEntry; href: string }) {
  return (
    <>
      <KindBadge kind={entry.kind} /> <a href={href}>{entry.words}</a>
      {entry.isDone && entry.kind !== "MEETING" && <span className="muted">（已完成）</span>}
    </>
  );
}
