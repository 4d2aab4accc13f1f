import { addToMonth, type Month, writeMonth } from "@/lib/agenda/rules/month";
import type { Day } from "@/lib/calendar";

/** Previous and next month, and back to today. */
export function MonthSwitch({ month, today }: { month: Month; today: Day }) {
  const to = (count: number) => ({
    href: `/calendar?month=${addToMonth(month, count)}`,
    label: writeMonth(addToMonth(month, count)),
  });
  const [previous, next] = [to(-1), to(1)];
  return (
    <nav aria-label="月份" className="no-print mb-3 flex flex-wrap items-center gap-2">
      <a className="button" rel="prev" href={previous.href} aria-label={`上个月：${previous.label}`}>
        ‹
      </a>
      <strong aria-current="date">{writeMonth(month)}</strong>
      <a className="button" rel="next" href={next.href} aria-label={`下个月：${next.label}`}>
        ›
      </a>
      {month !== today.slice(0, 7) && <a href="/calendar">回到今天</a>}
    </nav>
  );
}
