import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Panel } from "@/components/ui/panel";
import { LastVisits } from "@/components/visits/last-visits";
import type { VisitCard } from "@/lib/visits/queries/visit-card";

/** What is worth knowing before one knocks: the last visit and what is still open. */
export function VisitCardPanel(props: { card: VisitCard; title?: string; children?: ReactNode }) {
  const { card } = props;
  const { lastVisit, requests } = card;
  return (
    <div className="order-1 lg:order-2">
      <Panel title={props.title ?? card.name}>
        {!props.title && card.address && <p className="muted mb-3">{card.address}</p>}
        <h3 className="mb-1 font-medium">上次走访</h3>
        <div className="mb-3">
          <LastVisits visits={lastVisit ? [lastVisit] : []} />
        </div>
        {card.kind === "enterprise" && (
          <>
            <h3 className="mb-1 font-medium">未办结的诉求</h3>
            {requests.length === 0 && <p className="muted">没有。</p>}
            <ul className="grid gap-2">
              {requests.map((request) => (
                <li key={request.id}>
                  <a href={`/requests/${request.id}`}>{request.text}</a>{" "}
                  <span className="muted">期限 {request.dueOn}</span>{" "}
                  {request.isOverdue && <Badge tone="bad">逾期</Badge>}
                </li>
              ))}
            </ul>
          </>
        )}
        {props.children}
      </Panel>
    </div>
  );
}
