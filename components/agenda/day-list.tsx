import { EntryLink } from "@/components/agenda/entry-link";
import { KindBadge } from "@/components/agenda/kind-badge";
import type { AgendaEntry } from "@/lib/agenda/rules/entries";

/** The entries of one day in full; the same matter in many branches with its list. */
export function DayList({ entries }: { entries: AgendaEntry[] }) {
  return (
    <ul className="grid gap-2">
      {entries.map((entry) => (
        <li key={entry.key} className="min-w-0 break-words">
          {entry.items.length === 0 ? <EntryLink entry={entry} href={entry.href} /> : <Group entry={entry} />}
        </li>
      ))}
    </ul>
  );
}

function Group({ entry }: { entry: AgendaEntry }) {
  return (
    <details open>
      <summary className="cursor-pointer">
        <KindBadge kind={entry.kind} /> {entry.words}
      </summary>
      <ul className="mt-2 grid gap-1 border-l border-line pl-3">
        {entry.items.map((item) => (
          <li key={item.href + item.words}>
            <a href={item.href}>{item.words}</a>
            {item.isDone && entry.kind !== "MEETING" && <span className="muted">（已完成）</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
