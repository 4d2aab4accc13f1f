import { randomUUID } from "node:crypto";
import type { ReactNode } from "react";
import type { ShownRequest } from "@/components/requests/request-parts";
import { type Choice, SelectField, TextArea, TextField, VersionField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { Panel } from "@/components/ui/panel";
import { moveRequestAction } from "@/lib/requests/actions";
import { requestActionLabels } from "@/lib/requests/labels";

type Props = { request: ShownRequest; owners: Choice[] };

/** The next steps open to the person: the likely one stands open, the others behind their names. */
export function RequestActions(props: Props) {
  const [likely, ...others] = props.request.actions;
  if (!likely) return null;
  return (
    <Panel title="下一步">
      <div className="grid gap-4">
        <Step {...props} action={likely} />
        {others.map((action) => (
          <details key={action}>
            <summary className="cursor-pointer py-1">{requestActionLabels[action]}</summary>
            <div className="pt-2">
              <Step {...props} action={action} />
            </div>
          </details>
        ))}
      </div>
    </Panel>
  );
}

function Step({ request, owners, action }: Props & { action: ShownRequest["actions"][number] }) {
  return (
    <ActionForm action={moveRequestAction} requestKey={randomUUID()} submitLabel={requestActionLabels[action]}>
      <input type="hidden" name="id" value={request.id} />
      <input type="hidden" name="action" value={action} />
      <VersionField version={request.version} />
      {fieldsOf(request, owners, action)}
    </ActionForm>
  );
}

function fieldsOf(request: ShownRequest, owners: Choice[], action: ShownRequest["actions"][number]): ReactNode {
  switch (action) {
    case "TRANSFER":
      return (
        <>
          <TextField
            name="department"
            label="转办部门"
            isRequired
            hint="这里只作登记，请另行与该部门联系。"
            initial={request.department ?? ""}
          />
          <TextArea name="note" label="说明" rows={2} />
        </>
      );
    case "ANSWER":
      return <TextArea name="answer" label="答复内容" rows={4} isRequired initial={request.answer} />;
    case "CLOSE":
      return <TextArea name="note" label="说明" rows={2} />;
    case "REOPEN":
      return <TextArea name="note" label="重新办理的原因" rows={2} isRequired />;
    case "REASSIGN":
      return (
        <>
          <SelectField
            name="ownerId"
            label="办理人"
            choices={owners}
            empty="暂不指定"
            initial={request.ownerId ?? ""}
          />
          <TextField name="dueOn" label="办理期限" type="date" isRequired initial={request.dueOn} />
          <TextArea name="note" label="说明" rows={2} />
        </>
      );
    default:
      return null;
  }
}
