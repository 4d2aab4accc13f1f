import { addToMonth, type Month, writeMonth } from "@/lib/agenda/rules/month";
import type { Day } from "@/lib/calendar";

/** Previous and next month of a page that keeps its month in the address, and back to today's. */
export function MonthSwitch({ path, month, today }: { path: string; month: Month; today: Day }) {
  const to = (count: number) => ({
    href: `${path}?month=${addToMonth(month, count)}`,
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
      {month !== today.slice(0, 7) && <a href={path}>回到本月</a>}
    </nav>
  );
}
