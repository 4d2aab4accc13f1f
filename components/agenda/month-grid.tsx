import { dayHref } from "@/components/agenda/entry-link";
import { agendaTones } from "@/components/agenda/kind-badge";
import { badgeClass } from "@/components/ui/badge";
import { agendaKindLabels } from "@/lib/agenda/labels";
import type { AgendaEntry } from "@/lib/agenda/rules/entries";
import { type Month, monthWeeks } from "@/lib/agenda/rules/month";
import { type Day, formatDayInText } from "@/lib/calendar";

const weekdays = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"];

/** Lines in a cell; the day's own list has the others. */
const shownPerDay = 3;

type Shown = { month: Month; today: Day; chosen: Day | null; entries: AgendaEntry[]; holidays: Day[] };

/** A month on a wide screen: every day is a way to its list. */
export function MonthGrid(props: Shown) {
  const byDay = Map.groupBy(props.entries, ({ day }) => day);
  return (
    <table className="month" aria-label="月历">
      <thead>
        <tr>
          {weekdays.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {monthWeeks(props.month).map((week) => (
          <tr key={week[0]}>
            {week.map((day) =>
              day.startsWith(props.month) ? (
                <DayCell key={day} {...props} day={day} entries={byDay.get(day) ?? []} />
              ) : (
                <td key={day} className="outside" aria-hidden="true" />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayCell(props: Shown & { day: Day }) {
  const { day, entries } = props;
  const isToday = day === props.today;
  const isHoliday = props.holidays.includes(day);
  const more = entries.length - shownPerDay;
  const href = dayHref(day);
  return (
    <td className={day === props.chosen ? "chosen" : undefined} aria-current={isToday ? "date" : undefined}>
      <a href={href} className="block font-medium" aria-label={`${formatDayInText(day)}，${entries.length} 项`}>
        {Number(day.slice(8))}
        {isToday && <span className="ml-1 text-xs text-primary">今天</span>}
        {isHoliday && <span className="ml-1 text-xs text-good">休</span>}
      </a>
      {entries.slice(0, shownPerDay).map((entry) => (
        <a key={entry.key} href={entry.items.length > 0 ? href : entry.href} className="line" title={entry.words}>
          <span className={badgeClass(agendaTones[entry.kind])}>{agendaKindLabels[entry.kind]}</span> {entry.words}
        </a>
      ))}
      {more > 0 && (
        <a href={href} className="line text-ink-2">
          还有 {more} 项
        </a>
      )}
    </td>
  );
}
