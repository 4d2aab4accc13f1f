import { KindBadge } from "@/components/agenda/kind-badge";
import { Badge } from "@/components/ui/badge";
import { writeDistance } from "@/lib/agenda/labels";
import type { Deadline } from "@/lib/agenda/queries/ahead";
import type { Day } from "@/lib/calendar";

/** A branch's deadlines for the wall: on paper with a box to tick off. */
export function AheadTable({ deadlines, day }: { deadlines: Deadline[]; day: Day }) {
  return (
    <table className="table table-cards">
      <thead>
        <tr>
          <th scope="col">日期</th>
          <th scope="col">类别</th>
          <th scope="col">事项</th>
          <th scope="col">距今天</th>
          <th scope="col" className="only-print">
            办结
          </th>
        </tr>
      </thead>
      <tbody>
        {deadlines.map((deadline) => (
          <tr key={deadline.kind + deadline.href + deadline.words}>
            <td className="whitespace-nowrap">{deadline.day}</td>
            <td data-label="类别">
              <KindBadge kind={deadline.kind} />
            </td>
            <td data-label="事项">
              <a href={deadline.href}>{deadline.words}</a>
            </td>
            <td data-label="距今天" className="whitespace-nowrap">
              <Badge tone={deadline.isOverdue ? "bad" : "plain"}>{writeDistance(day, deadline.day)}</Badge>
            </td>
            <td className="only-print">□</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
