import { DutyTable, Gaps, MeetingCounts, MeetingTable, TaskRecords } from "@/components/summaries/evidence";
import { paragraphLabels } from "@/lib/summaries/labels";
import { isUnproven } from "@/lib/summaries/rules/gaps";
import { paragraphs, type SummaryContent, type SummaryTask } from "@/lib/summaries/schema";

/** A summary to be read: the paragraphs first, then what the records say, and what is missing. */
export function SummaryPaper({ content }: { content: SummaryContent }) {
  return (
    <div className="grid gap-5">
      {paragraphs.map((name, index) => (
        <section key={name} aria-label={paragraphLabels[name]}>
          <h2>
            {numerals[index]}、{paragraphLabels[name]}
          </h2>
          <p className="mt-1 max-w-prose whitespace-pre-wrap break-words">
            {content.texts[name] || <span className="muted">（没有写）</span>}
          </p>
        </section>
      ))}
      <section aria-label="任务完成情况">
        <h2>五、任务完成情况</h2>
        <ol className="mt-1 grid gap-2">
          {content.tasks.map((task) => (
            <li key={task.id}>
              <TaskLine task={task} />
            </li>
          ))}
        </ol>
      </section>
      <section aria-label="组织生活记录" className="grid gap-2">
        <h2>六、组织生活记录</h2>
        <MeetingCounts meetings={content.meetings} />
        <DutyTable duties={content.duties} />
        <MeetingTable meetings={content.meetings} />
      </section>
      <section aria-label="缺项" className="grid gap-1">
        <h2>缺项</h2>
        <Gaps gaps={content.gaps} />
      </section>
    </div>
  );
}

const numerals = ["一", "二", "三", "四"];

function TaskLine({ task }: { task: SummaryTask }) {
  return (
    <div className="grid gap-1">
      <p>
        <span className="font-medium">{task.title}</span>
        <span className="muted text-xs">（{task.isMandatory ? "必做" : "选做"}）</span>
      </p>
      <TaskRecords records={task.records} />
      {task.result && <p className="whitespace-pre-wrap break-words">{task.result}</p>}
      {task.waiver !== null && <p className="muted">不适用：{task.waiver}</p>}
      {isUnproven(task) && <p className="text-attention">没有记录，也没有说明。</p>}
    </div>
  );
}
