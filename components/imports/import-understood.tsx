import { Panel } from "@/components/ui/panel";
import { columnLabels, figureLabels } from "@/lib/imports/labels";
import type { FoundImport } from "@/lib/imports/queries/find-import";

/** What was understood of the file: its figures, its columns, and what was left out. */
export function ImportUnderstood({ found }: { found: FoundImport }) {
  const { summary, columns, sheetName, headerLine } = found;
  const labels = columnLabels[found.kind];
  const unread = columns.filter(({ field }) => field === null).map(({ header }) => header);
  const read = columns.filter(({ field }) => field !== null);
  const more = found.can.remap && <a href={`/imports/${found.id}/columns`}>更正列的含义</a>;
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <Panel title="核对结果">
        <dl className="grid grid-cols-2 gap-x-6 gap-y-2 sm:grid-cols-3">
          {Object.entries(figureLabels).map(
            ([name, label]) =>
              name in summary.figures && (
                <div key={name}>
                  <dt className="muted">{label}</dt>
                  <dd className="text-lg">{summary.figures[name]}</dd>
                </div>
              ),
          )}
        </dl>
        {summary.notices.map((notice) => (
          <p key={notice} className="mt-2 text-attention">
            {notice}
          </p>
        ))}
      </Panel>
      <Panel title="列的含义" more={more}>
        <p className="muted mb-2">
          工作表“{sheetName}”，表头在第 {headerLine} 行
        </p>
        <p>{read.map(({ header, field }) => `${header} → ${field ? (labels[field] ?? field) : ""}`).join("；")}</p>
        {unread.length > 0 && <p className="mt-2 text-attention">没有识别、不导入的列：{unread.join("、")}</p>}
        {summary.otherSheets.map(({ name, rowCount }) => (
          <p key={name} className="mt-2 text-attention">
            另有工作表“{name}”（约 {rowCount} 行）没有导入，请另外上传。
          </p>
        ))}
        {summary.skippedCount > 0 && (
          <details className="mt-2">
            <summary className="cursor-pointer">{summary.skippedCount} 行不是数据，已略过</summary>
            <ul>
              {summary.skipped.map(({ line, why }) => (
                <li key={line}>
                  第 {line} 行：{why}
                </li>
              ))}
            </ul>
          </details>
        )}
      </Panel>
    </div>
  );
}
