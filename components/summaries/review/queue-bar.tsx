import { QueueKeys } from "@/components/summaries/review/queue-keys";
import type { QueuedSummary } from "@/lib/summaries/queries/review-queue";

/** Where one is in the queue, and the ways on. */
export function QueueBar(props: { queue: QueuedSummary[]; index: number; hrefOf: (id: string) => string }) {
  const { queue, index } = props;
  const [previous, next] = [queue[index - 1], queue[index + 1]];
  const hrefs = { previous: previous ? props.hrefOf(previous.id) : null, next: next ? props.hrefOf(next.id) : null };
  return (
    <nav aria-label="审核队列" className="no-print mb-3 flex flex-wrap items-center gap-3">
      <span>
        第 {index + 1} / {queue.length} 份待审核
      </span>
      {hrefs.previous && (
        <a className="button" href={hrefs.previous} rel="prev">
          ← 上一份
        </a>
      )}
      {hrefs.next && (
        <a className="button" href={hrefs.next} rel="next">
          下一份 →
        </a>
      )}
      {queue.length > 1 && <span className="muted text-xs">键盘：J 或 → 下一份，K 或 ← 上一份</span>}
      <QueueKeys {...hrefs} />
    </nav>
  );
}
