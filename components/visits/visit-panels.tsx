import { requestTones } from "@/components/requests/request-table";
import { Badge } from "@/components/ui/badge";
import { Facts } from "@/components/ui/facts";
import { Panel } from "@/components/ui/panel";
import { formatInstant } from "@/lib/calendar";
import { requestStatusLabels } from "@/lib/requests/labels";
import { visitKindLabels } from "@/lib/visits/labels";
import type { VisitFile } from "@/lib/visits/queries/find-visit";
import { confirmedInWords } from "@/lib/visits/rules/confirmed-facts";

export function VisitFactsPanel({ visit }: { visit: VisitFile }) {
  const { enterprise, branch } = visit;
  const target = enterprise ? `/enterprises/${enterprise.id}` : `/branches/${branch?.id}`;
  return (
    <Panel title="走访情况">
      <Words title="了解到的情况" text={visit.found} />
      <Words title="做了什么" text={visit.done} />
      <Facts
        items={[
          { label: "对象", value: <a href={target}>{visit.target.name}</a> },
          { label: "方式", value: visitKindLabels[visit.kind] },
          { label: "指导员", value: visit.instructor.name },
          { label: "见到的人", value: visit.peopleMet },
          { label: "核对信息", value: confirmedInWords(visit.confirmed).join("，") },
          { label: "下次走访", value: visit.nextVisitOn },
          ...(visit.latitude === null ? [] : [{ label: "附上的位置", value: `${visit.latitude}，${visit.longitude}` }]),
          {
            label: "企业确认",
            value: visit.confirmedAt && `${visit.confirmedByName}，${formatInstant(visit.confirmedAt)}`,
          },
          { label: "登记", value: `${visit.createdByName}，${formatInstant(visit.createdAt)}` },
        ]}
      />
    </Panel>
  );
}

function Words({ title, text }: { title: string; text: string }) {
  if (text === "") return null;
  return (
    <div className="mb-4">
      <h3 className="mb-1 font-medium">{title}</h3>
      <p className="whitespace-pre-wrap break-words">{text}</p>
    </div>
  );
}

/** What the enterprise asked for in this visit. */
export function RaisedPanel({ visit }: { visit: VisitFile }) {
  const { enterprise, requests } = visit;
  if (!enterprise) return null;
  return (
    <Panel
      title={`提出的诉求（${requests.length}）`}
      more={<a href={`/requests/new?enterprise=${enterprise.id}`}>再登记一项</a>}
    >
      {requests.length === 0 ? (
        <p className="muted">这次走访没有提出诉求。</p>
      ) : (
        <ul className="grid gap-2">
          {requests.map((request) => (
            <li key={request.id}>
              <a href={`/requests/${request.id}`}>{request.text}</a>{" "}
              <Badge tone={requestTones[request.status]}>{requestStatusLabels[request.status]}</Badge>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
