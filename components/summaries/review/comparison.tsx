import { Difference } from "@/components/summaries/review/difference";
import { orgLifeKindLabels } from "@/lib/org-life/labels";
import { paragraphLabels } from "@/lib/summaries/labels";
import { attendanceOf, countByKind } from "@/lib/summaries/rules/content";
import { paragraphs, type SummaryContent, type SummaryTask } from "@/lib/summaries/schema";

/** Two contents section by section: what the later one added and removed. Tasks only where both speak of one plan. */
export function Comparison(props: { before: SummaryContent; after: SummaryContent; isSamePlan: boolean }) {
  const { before, after } = props;
  const tasks = [...new Map([...before.tasks, ...after.tasks].map((task) => [task.id, task])).values()];
  return (
    <div className="grid gap-5">
      {paragraphs.map((name) => (
        <Section key={name} title={paragraphLabels[name]} before={before.texts[name]} after={after.texts[name]} />
      ))}
      {props.isSamePlan &&
        tasks.map(({ id, title }) => (
          <Section key={id} title={`任务：${title}`} before={taskText(before, id)} after={taskText(after, id)} />
        ))}
      <Section title="组织生活记录" before={meetingText(before)} after={meetingText(after)} />
    </div>
  );
}

function Section(props: { title: string; before: string; after: string }) {
  return (
    <section aria-label={props.title}>
      <h2>
        {props.title}
        {props.before === props.after && <span className="muted ml-2 text-xs">没有变化</span>}
      </h2>
      <div className="mt-1 max-w-prose">
        <Difference before={props.before} after={props.after} />
      </div>
    </section>
  );
}

function taskText({ tasks }: SummaryContent, id: string): string {
  const task = tasks.find((one) => one.id === id);
  return task ? wordsOf(task) : "";
}

function wordsOf({ records, activities, result, waiver }: SummaryTask): string {
  const lines = [
    ...records.map(({ heldOn, topic }) => `${heldOn} ${topic}`),
    ...activities.map(({ startsOn, title }) => `${startsOn} ${title}`),
    ...(result ? [`完成情况：${result}`] : []),
    ...(waiver === null ? [] : [`不适用：${waiver}`]),
  ];
  return lines.length > 0 ? lines.join("\n") : "没有记录，也没有说明。";
}

function meetingText({ meetings }: SummaryContent): string {
  const { present, roster } = attendanceOf(meetings);
  const counts = countByKind(meetings).map(({ kind, count }) => `${orgLifeKindLabels[kind]} ${count} 次`);
  return [`共 ${meetings.length} 次`, ...counts, `应到 ${roster} 人次，实到 ${present} 人次`].join("\n");
}
