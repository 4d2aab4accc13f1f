import { DraftKeeper } from "@/components/summaries/drafts/draft-keeper";
import { TaskRecords } from "@/components/summaries/evidence";
import { Badge } from "@/components/ui/badge";
import { TextArea, VersionField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { taskKindLabels } from "@/lib/plans/labels";
import { writeSummaryAction } from "@/lib/summaries/actions";
import { paragraphLabels } from "@/lib/summaries/labels";
import type { Summary } from "@/lib/summaries/queries/find-summary";
import { intentField, paragraphs, resultField, type SummaryContent, type SummaryTask } from "@/lib/summaries/schema";

const hints = {
  practice: "开展了哪些工作，怎样开展的。",
  effect: "取得的成效，有数字的写数字。",
  problems: "存在的问题和困难。",
  nextSteps: "下一步做什么，什么时候做。",
};

/** What only the secretary can say: a sentence where records are missing, and four paragraphs. It saves itself. */
export function SummaryForm(props: { summary: Summary; content: SummaryContent; userId: string; requestKey: string }) {
  const { summary, content } = props;
  return (
    <ActionForm
      key={summary.version}
      action={writeSummaryAction}
      requestKey={props.requestKey}
      submitLabel={summary.submissions.length > 0 ? "重新报送" : "报送"}
      choice={{ name: intentField, value: "submit", other: { value: "save", label: "保存草稿" } }}
      isKept
    >
      <input type="hidden" name="planId" value={summary.planId} />
      <input type="hidden" name="branchId" value={summary.branchId} />
      <VersionField version={summary.version} />
      <section aria-label="任务完成情况" className="grid gap-3">
        <h2>任务完成情况</h2>
        {content.tasks.map((task) => (
          <TaskPart key={task.id} task={task} branchId={summary.branchId} />
        ))}
      </section>
      {paragraphs.map((name) => (
        <TextArea
          key={name}
          name={name}
          label={paragraphLabels[name]}
          hint={hints[name]}
          rows={5}
          initial={summary.texts[name]}
        />
      ))}
      <DraftKeeper
        userId={props.userId}
        planId={summary.planId}
        branchId={summary.branchId}
        labels={fieldLabels(content)}
      />
    </ActionForm>
  );
}

function fieldLabels({ tasks }: SummaryContent): Record<string, string> {
  const ofTasks = tasks.map(({ id, title }) => [resultField(id), title] as const);
  return { ...paragraphLabels, ...Object.fromEntries(ofTasks) };
}

/** A task with its records; a field to say something only where there are none, or where something was said. */
function TaskPart({ task, branchId }: { task: SummaryTask; branchId: string }) {
  const asks = (task.records.length + task.activities.length === 0 && task.waiver === null) || task.result !== "";
  return (
    <div className="grid gap-1 border-l-2 border-line pl-3">
      <p>
        <span className="font-medium">{task.title}</span>{" "}
        <span className="muted text-xs">
          {taskKindLabels[task.kind]}，{task.isMandatory ? "必做" : "选做"}，{task.dueOn} 前完成
        </span>{" "}
        {task.records.length + task.activities.length > 0 && <Badge tone="good">有记录</Badge>}
        {task.waiver !== null && <Badge tone="plain">不适用</Badge>}
      </p>
      {task.waiver !== null && <p className="muted">不适用原因：{task.waiver}</p>}
      <TaskRecords task={task} />
      {asks && (
        <TextArea
          name={resultField(task.id)}
          label={`“${task.title}”完成情况`}
          hint={
            <>
              没有找到对应的记录：
              <a href={`/org-life/new?branch=${branchId}&task=${task.id}`}>补记</a>
              后会自动出现，或在这里说明情况。
            </>
          }
          rows={2}
          initial={task.result}
        />
      )}
    </div>
  );
}
