import { randomUUID } from "node:crypto";
import { requestTones } from "@/components/requests/request-table";
import { Badge } from "@/components/ui/badge";
import { Facts } from "@/components/ui/facts";
import { SelectField, VersionField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { Panel } from "@/components/ui/panel";
import { formatInstant } from "@/lib/calendar";
import { recordSatisfactionAction } from "@/lib/requests/actions";
import {
  requestActionLabels,
  requestOriginLabels,
  requestStatusLabels,
  satisfactionLabels,
} from "@/lib/requests/labels";
import type { findRequest } from "@/lib/requests/queries/find-request";

export type ShownRequest = NonNullable<Awaited<ReturnType<typeof findRequest>>>;

export function RequestFacts({ request }: { request: ShownRequest }) {
  return (
    <Panel title="诉求" more={<Badge tone={requestTones[request.status]}>{requestStatusLabels[request.status]}</Badge>}>
      <p className="mb-4 whitespace-pre-wrap break-words">{request.text}</p>
      <Facts
        items={[
          { label: "企业", value: <a href={`/enterprises/${request.enterprise.id}`}>{request.enterprise.name}</a> },
          { label: "来源", value: requestOriginLabels[request.origin], note: request.createdByName },
          ...(request.shift ? [{ label: "驻点班次", value: <ShiftLink shift={request.shift} /> }] : []),
          { label: "提出日期", value: request.raisedOn },
          {
            label: "办理期限",
            value: request.dueOn,
            note: request.isOverdue && <Badge tone="bad">逾期</Badge>,
          },
          { label: "办理人", value: request.owner?.name },
          { label: "转办部门", value: request.department },
          { label: "办结日期", value: request.closedOn },
        ]}
      />
      {request.answer && (
        <div className="mt-4">
          <h3 className="mb-1 font-medium">
            答复 <span className="muted font-normal">{request.answeredOn}</span>
          </h3>
          <p className="whitespace-pre-wrap break-words">{request.answer}</p>
        </div>
      )}
    </Panel>
  );
}

function ShiftLink({ shift }: { shift: NonNullable<ShownRequest["shift"]> }) {
  return (
    <a href={`/duty/${shift.id}`}>
      {shift.dutyOn} {shift.pointName}
    </a>
  );
}

const choices = Object.entries(satisfactionLabels).map(([value, label]) => ({ value, label }));

/** What the enterprise says of the answer, and how it can say so. */
export function SatisfactionPanel({ request }: { request: ShownRequest }) {
  const { satisfaction, can } = request;
  if (!satisfaction && !can.askSatisfaction) return null;
  return (
    <Panel title="企业满意度">
      {satisfaction && (
        <p className="mb-3">
          {satisfactionLabels[satisfaction]}
          <span className="muted">{request.satisfactionBy === "LINK" ? "（企业自己填写）" : "（询问后登记）"}</span>
          {request.satisfactionNote && (
            <span className="mt-1 block whitespace-pre-wrap break-words">{request.satisfactionNote}</span>
          )}
        </p>
      )}
      {can.askSatisfaction && (
        <div className="grid gap-3">
          <ActionForm action={recordSatisfactionAction} requestKey={randomUUID()} submitLabel="登记满意度">
            <input type="hidden" name="id" value={request.id} />
            <VersionField version={request.version} />
            <SelectField
              name="satisfaction"
              label="企业怎么说"
              choices={choices}
              empty="请选择"
              initial={satisfaction ?? ""}
              isRequired
            />
          </ActionForm>
          <p>
            <a href={`/requests/${request.id}/link`}>或发一个一次性链接，请企业自己填写</a>
          </p>
        </div>
      )}
    </Panel>
  );
}

/** Every step with who, when and why. */
export function RequestWay({ request }: { request: ShownRequest }) {
  return (
    <Panel title="办理过程">
      <ol className="grid gap-3">
        {request.steps.map((step) => (
          <li key={step.id}>
            <span className="muted">{formatInstant(step.at)}</span> {step.byName} {requestActionLabels[step.action]}
            {step.department && `至${step.department}`}
            {step.note && <span className="muted block whitespace-pre-wrap break-words">{step.note}</span>}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
