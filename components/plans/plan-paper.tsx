import { evidenceText } from "@/components/plans/task-words";
import { formatDayInText } from "@/lib/calendar";
import { taskKindLabels } from "@/lib/plans/labels";
import type { Plan } from "@/lib/plans/queries/find-plan";
import { headingNumber, paragraphsOf, tasksByKind } from "@/lib/plans/rules";

/** The plan as it lies on paper: title, general part, tasks by kind, when the summary is due, who issues it. */
export function PlanPaper({ plan, day }: { plan: Plan; day: string }) {
  const groups = tasksByKind(plan.tasks);
  const opening = paragraphsOf(plan.guidance);
  const first = opening.length > 0 ? 1 : 0;
  return (
    <article className="paper">
      <h2>{plan.title}</h2>
      {opening.length > 0 && <h3>{headingNumber(0)}总体要求</h3>}
      {opening.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {groups.map(({ kind, tasks }, index) => (
        <section key={kind}>
          <h3>
            {headingNumber(index + first)}
            {taskKindLabels[kind]}
          </h3>
          {tasks.map((task, place) => (
            <p key={task.id}>
              {place + 1}. {task.title}。{paragraphsOf(task.detail).join("")}（{formatDayInText(task.dueOn)}前完成
              {task.isMandatory ? "" : "，选做"}；完成依据：{evidenceText(task)}）
            </p>
          ))}
        </section>
      ))}
      <h3>{headingNumber(groups.length + first)}总结报送</h3>
      <p>各党支部请于{formatDayInText(plan.summaryDueOn)}前报送本季度总结。</p>
      <p className="paper-sign">{plan.committee.name}</p>
      <p className="paper-sign">{formatDayInText(day)}</p>
    </article>
  );
}
