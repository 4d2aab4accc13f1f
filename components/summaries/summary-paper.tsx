import {
  ActivityList,
  DutyTable,
  Gaps,
  MeetingCounts,
  MeetingTable,
  TaskRecords,
} from "@/components/summaries/evidence";
import { type Quarter, writeQuarterInText } from "@/lib/calendar";
import { paragraphLabels } from "@/lib/summaries/labels";
import { isUnproven } from "@/lib/summaries/rules/gaps";
import { paragraphs, type SummaryContent, type SummaryTask } from "@/lib/summaries/schema";

type Last = { quarter: Quarter; content: SummaryContent };

/** A summary to be read: the paragraphs, each beside the quarter before where that is given, then what the records say. */
export function SummaryPaper({ content, last }: { content: SummaryContent; last?: Last | null }) {
  return (
    <div className="grid gap-5">
      {paragraphs.map((name, index) => (
        <section key={name} aria-label={paragraphLabels[name]}>
          <h2>
            {numerals[index]}、{paragraphLabels[name]}
          </h2>
          <div className={last ? "mt-1 grid gap-3 sm:grid-cols-2" : "mt-1 max-w-prose"}>
            <Text text={content.texts[name]} />
            {last && (
              <div className="min-w-0 border-l-2 border-line pl-3 text-ink-2">
                <p className="text-xs">上季度（{writeQuarterInText(last.quarter)}）</p>
                <Text text={last.content.texts[name]} />
              </div>
            )}
          </div>
        </section>
      ))}
      <section aria-label="任务完成情况">
        <h2>五、任务完成情况</h2>
        <ol className="mt-1 grid list-decimal gap-3 pl-5">
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
        {last && (
          <div className="border-l-2 border-line pl-3 text-ink-2">
            <p className="text-xs">上季度（{writeQuarterInText(last.quarter)}）</p>
            <MeetingCounts meetings={last.content.meetings} />
          </div>
        )}
        <DutyTable duties={content.duties} />
        <MeetingTable meetings={content.meetings} />
      </section>
      <section aria-label="主题活动" className="grid gap-1">
        <h2>七、主题活动</h2>
        <ActivityList activities={content.activities} />
      </section>
      <section aria-label="缺项" className="grid gap-1">
        <h2>缺项</h2>
        <Gaps gaps={content.gaps} />
      </section>
    </div>
  );
}

const numerals = ["一", "二", "三", "四"];

function Text({ text }: { text: string }) {
  return <p className="min-w-0 whitespace-pre-wrap break-words">{text || <span className="muted">（没有写）</span>}</p>;
}

function TaskLine({ task }: { task: SummaryTask }) {
  return (
    <div className="grid gap-1">
      <p>
        <span className="font-medium">{task.title}</span>
        <span className="muted text-xs">（{task.isMandatory ? "必做" : "选做"}）</span>
      </p>
      <TaskRecords task={task} />
      {task.result && <p className="whitespace-pre-wrap break-words">{task.result}</p>}
      {task.waiver !== null && <p className="muted">不适用：{task.waiver}</p>}
      {isUnproven(task) && <p className="text-attention">没有记录，也没有说明。</p>}
    </div>
  );
}
