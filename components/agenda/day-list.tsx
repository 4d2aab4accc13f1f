import { KindBadge } from "@/components/agenda/kind-badge";
import type { AgendaEntry, AgendaItem } from "@/lib/agenda/rules/entries";

/** The entries of one day in full; the same matter in many branches opens its list. */
export function DayList({ entries, isOpen }: { entries: AgendaEntry[]; isOpen: boolean }) {
  return (
    <ul className="grid gap-2">
      {entries.map((entry) => (
        <li key={entry.key} className="min-w-0">
          {entry.items.length === 0 ? (
            <EntryLine entry={entry} />
          ) : (
            <details open={isOpen}>
              <summary className="cursor-pointer">
                <KindBadge kind={entry.kind} /> {entry.words}
              </summary>
              <ul className="mt-2 grid gap-1 border-l border-line pl-3">
                {entry.items.map((item) => (
                  <li key={item.href + item.words}>
                    <ItemLink item={item} isPast={entry.kind === "MEETING"} />
                  </li>
                ))}
              </ul>
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}

function EntryLine({ entry }: { entry: AgendaEntry }) {
  return (
    <>
      <KindBadge kind={entry.kind} /> <ItemLink item={entry} isPast={entry.kind === "MEETING"} />
    </>
  );
}

function ItemLink({ item, isPast }: { item: AgendaItem; isPast: boolean }) {
  return (
    <>
      <a href={item.href}>{item.words}</a>
      {item.isDone && !isPast && <span className="muted">（已完成）</span>}
    </>
  );
}
