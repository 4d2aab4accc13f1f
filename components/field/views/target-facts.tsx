import { Badge } from "@/components/ui/badge";
import type { FieldTarget } from "@/lib/field/queries/field-pack";

/** What is worth knowing before one knocks: where it is, what was found last, what is still open. */
export function TargetFacts({ target }: { target: FieldTarget }) {
  const { lastVisit, requests } = target;
  return (
    <section className="panel grid gap-2" aria-label="走访之前">
      <h2>{target.name}</h2>
      {target.address && <p className="muted">{target.address}</p>}
      <p>
        <span className="font-medium">上次走访：</span>
        {lastVisit ? `${lastVisit.visitedOn} ${lastVisit.instructorName}` : "还没有"}
        {lastVisit?.found && <span className="muted block break-words">{lastVisit.found}</span>}
      </p>
      {target.kind === "enterprise" && (
        <div>
          <span className="font-medium">未办结的诉求：</span>
          {requests.length === 0 && "没有"}
          <ul className="grid gap-1">
            {requests.map((request) => (
              <li key={request.id} className="break-words">
                {request.text} <span className="muted">期限 {request.dueOn}</span>{" "}
                {request.isOverdue && <Badge tone="bad">逾期</Badge>}
              </li>
            ))}
          </ul>
          <a className="button mt-2" href={`#request/${target.id}`}>
            只登记诉求
          </a>
        </div>
      )}
    </section>
  );
}
