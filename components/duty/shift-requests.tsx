import { requestTones } from "@/components/requests/request-table";
import { Badge } from "@/components/ui/badge";
import { Panel } from "@/components/ui/panel";
import type { ShiftFile } from "@/lib/duty/queries/list-shifts";
import { requestStatusLabels } from "@/lib/requests/labels";
import type { requestsOfShift } from "@/lib/requests/queries/list-requests";

type Request = Awaited<ReturnType<typeof requestsOfShift>>[number];

/** What enterprises asked for in this shift, and the way to write down the next. */
export function ShiftRequests({ shift, requests }: { shift: ShiftFile; requests: Request[] }) {
  if (requests.length === 0 && !shift.can.raiseRequest) return null;
  const more = shift.can.raiseRequest && <a href={`/requests/new?shift=${shift.id}`}>登记企业诉求</a>;
  return (
    <Panel title={`提出的诉求（${requests.length}）`} more={more}>
      {requests.length === 0 && <p className="muted">这个班次没有登记诉求。</p>}
      <ul className="grid gap-2">
        {requests.map((request) => (
          <li key={request.id} className="break-words">
            {request.enterprise.name}：<a href={`/requests/${request.id}`}>{request.text}</a>{" "}
            <Badge tone={requestTones[request.status]}>{requestStatusLabels[request.status]}</Badge>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
