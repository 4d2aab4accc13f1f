import { dayHref, EntryLink } from "@/components/agenda/entry-link";
import { EmptyState } from "@/components/shell/empty-state";
import type { AgendaEntry } from "@/lib/agenda/rules/entries";
import { weekdayOf } from "@/lib/agenda/rules/month";
import { type Day, formatDayInText } from "@/lib/calendar";

/** A month on a phone: the days that have something, one below the other. */
export function MonthList(props: { entries: AgendaEntry[]; today: Day; holidays: Day[] }) {
  const days = Map.groupBy(props.entries, ({ day }) => day);
  if (days.size === 0) return <EmptyState title="这个月没有日程">可以看看上个月或下个月。</EmptyState>;
  return [...days].map(([day, entries]) => (
    <section key={day} className="border-t border-line py-3 first:border-0" aria-label={formatDayInText(day)}>
      <h2 className="mb-2 text-sm">
        {writeDay(day)}
        {day === props.today && <span className="ml-2 text-primary">今天</span>}
        {props.holidays.includes(day) && <span className="ml-2 text-good">节假日</span>}
      </h2>
      <ul className="grid gap-2">
        {entries.map((entry) => (
          <li key={entry.key} className="break-words">
            <EntryLink entry={entry} href={entry.items.length > 0 ? dayHref(day) : entry.href} />
          </li>
        ))}
      </ul>
    </section>
  ));
}

/** `11月23日 周一`. */
export function writeDay(day: Day): string {
  const [, month, dayOfMonth] = day.split("-").map(Number);
  return `${month}月${dayOfMonth}日 周${"一二三四五六日"[weekdayOf(day)]}`;
}
