import { Panel } from "@/components/ui/panel";
import type { MonthReport } from "@/lib/instructors/rules/month-report";

/** The report as files. What is typed here goes into the Word file alone; nothing of it is kept. */
export function MonthReportFiles({ report }: { report: MonthReport }) {
  const base = `/api/instructors/${report.instructor.id}/report`;
  return (
    <Panel title="下载">
      <form method="post" action={`${base}/word`} className="no-print grid gap-3">
        <input type="hidden" name="month" value={report.month} />
        <div>
          <label htmlFor="closing" className="mb-1 block font-medium">
            本月小结
          </label>
          <textarea
            id="closing"
            name="closing"
            className="input"
            rows={5}
            maxLength={2_000}
            aria-describedby="closing-note"
          />
          <p id="closing-note" className="mt-1 text-xs text-ink-2">
            可不填。只写进下载的 Word 文件，本平台不保存。
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          <button type="submit" className="button button-primary">
            下载 Word 报告
          </button>
          <a className="button" href={`${base}/excel?month=${report.month}`}>
            下载 Excel 明细
          </a>
        </div>
      </form>
    </Panel>
  );
}
