import { requestStatusLabels } from "@/lib/requests/labels";
import type { RequestBoard as Board } from "@/lib/requests/queries/list-requests";
import { type RequestAge, requestAges } from "@/lib/requests/rules";

const ageLabels: Record<RequestAge, string> = { week: "7 天内", month: "8 至 30 天", older: "30 天以上" };

/** State by age; each number opens its list. */
export function RequestBoard(props: { board: Board; overdue: number }) {
  return (
    <section className="panel mb-4" aria-label="按状态和时间">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">状态</th>
            {requestAges.map((age) => (
              <th key={age} scope="col" className="number">
                {ageLabels[age]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.board.map(({ status, ages }) => (
            <tr key={status}>
              <th scope="row">
                <a href={`/requests?status=${status}`}>{requestStatusLabels[status]}</a>
              </th>
              {requestAges.map((age) => (
                <td key={age} className="number">
                  {ages[age] > 0 ? <a href={`/requests?status=${status}&age=${age}`}>{ages[age]}</a> : "0"}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {props.overdue > 0 && (
        <p className="mt-3 text-bad">
          <a href="/requests?overdue=1">{props.overdue} 项已超过办理期限</a>，请列入下次会商。
        </p>
      )}
    </section>
  );
}
