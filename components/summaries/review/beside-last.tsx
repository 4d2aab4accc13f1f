import { MeetingCounts } from "@/components/summaries/evidence";
import { type Quarter, writeQuarterInText } from "@/lib/calendar";
import { paragraphLabels } from "@/lib/summaries/labels";
import { paragraphs, type SummaryContent } from "@/lib/summaries/schema";

/** The paragraphs of the quarter, each beside what the branch wrote a quarter before. */
export function BesideLast(props: { content: SummaryContent; last: { quarter: Quarter; content: SummaryContent } }) {
  const { content, last } = props;
  const then = writeQuarterInText(last.quarter);
  return (
    <div className="grid gap-4">
      {paragraphs.map((name) => (
        <section key={name} aria-label={paragraphLabels[name]}>
          <h2>{paragraphLabels[name]}</h2>
          <div className="mt-1 grid gap-3 sm:grid-cols-2">
            <Text title="本次" text={content.texts[name]} />
            <Text title={then} text={last.content.texts[name]} isEarlier />
          </div>
        </section>
      ))}
      <section aria-label={`${then}组织生活`}>
        <h2>{then}组织生活</h2>
        <MeetingCounts meetings={last.content.meetings} />
      </section>
    </div>
  );
}

function Text(props: { title: string; text: string; isEarlier?: boolean }) {
  return (
    <div className={`min-w-0 ${props.isEarlier ? "border-l-2 border-line pl-3 text-ink-2" : ""}`}>
      <p className="muted text-xs">{props.title}</p>
      <p className="whitespace-pre-wrap break-words">{props.text || "（没有写）"}</p>
    </div>
  );
}
