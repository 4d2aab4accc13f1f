import { CheckField, CheckList, type Choice, SelectField, TextArea, TextField } from "@/components/ui/field";
import type { OrgLifeKind, TaskEvidence, TaskKind } from "@/generated/prisma/enums";
import type { Day } from "@/lib/calendar";
import { orgLifeKindLabels } from "@/lib/org-life/labels";
import { taskEvidenceLabels, taskKindLabels } from "@/lib/plans/labels";

const choicesOf = (labels: Record<string, string>): Choice[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

type Shown = {
  kind: TaskKind;
  title: string;
  detail: string;
  dueOn: Day;
  isMandatory: boolean;
  evidence: TaskEvidence;
  recordKinds: OrgLifeKind[];
};

/** The fields of a task. The kinds of organization life are asked for only where a record shows that it is done. */
export function TaskFields(props: { task: Partial<Shown>; days: { from: Day; to: Day }; isOptional?: boolean }) {
  const { task, days } = props;
  const isRequired = !props.isOptional;
  return (
    <div className="task-fields grid gap-4">
      <div className="grid gap-4 sm:grid-cols-[9rem_minmax(0,1fr)_11rem]">
        <SelectField name="kind" label="任务类型" choices={choicesOf(taskKindLabels)} initial={task.kind ?? "STUDY"} />
        <TextField name="title" label="任务名称" isRequired={isRequired} initial={task.title} />
        <TextField
          name="dueOn"
          label="完成期限"
          type="date"
          isRequired={isRequired}
          initial={task.dueOn}
          hint={`${days.from} 至 ${days.to}`}
        />
      </div>
      <TextArea name="detail" label="任务要求" rows={2} initial={task.detail} />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          name="evidence"
          label="完成依据"
          choices={choicesOf(taskEvidenceLabels)}
          initial={task.evidence ?? "ORG_LIFE"}
        />
        <div className="self-end">
          <CheckField
            name="isMandatory"
            label="每个支部必做"
            initial={task.isMandatory ?? true}
            hint="不勾选时，支部可以说明原因后标为“不适用”。"
          />
        </div>
      </div>
      <div className="task-kinds">
        <CheckList
          name="recordKinds"
          label="开展下列任一种组织生活即完成"
          choices={choicesOf(orgLifeKindLabels)}
          initial={task.recordKinds ?? []}
        />
      </div>
    </div>
  );
}
