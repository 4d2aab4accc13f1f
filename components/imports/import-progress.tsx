import { statusTones } from "@/components/imports/status-tones";
import { Badge } from "@/components/ui/badge";
import { Refresh } from "@/components/ui/refresh";
import { formatInstant } from "@/lib/calendar";
import { importStatusLabels } from "@/lib/imports/labels";
import type { FoundImport } from "@/lib/imports/queries/find-import";

/** A light track: the browser's own, beside a dark accent, looks full when it is empty. */
const barClass =
  "h-2 w-full max-w-md appearance-none overflow-hidden rounded-md bg-line [&::-moz-progress-bar]:bg-primary " +
  "[&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-primary";

/** How far the import is. While it is being written the page renews itself; it may be closed meanwhile. */
export function ImportProgress({ found }: { found: FoundImport }) {
  const { status, writtenCount, toWrite } = found;
  return (
    <div className="panel flex flex-wrap items-center gap-x-4 gap-y-2" role="status">
      <Badge tone={statusTones[status]}>{importStatusLabels[status]}</Badge>
      <span>{sentenceOf(found)}</span>
      {status === "WRITING" && (
        <>
          <progress className={barClass} value={writtenCount} max={Math.max(toWrite, 1)} aria-label="写入进度" />
          <Refresh everyMs={1_000} />
        </>
      )}
    </div>
  );
}

function sentenceOf(found: FoundImport): string {
  const { status, counts, writtenCount, toWrite } = found;
  switch (status) {
    case "JUDGED":
      return toWrite > 0
        ? `将新增 ${counts.NEW ?? 0} 条、变更 ${counts.CHANGED ?? 0} 条。请核对下面的结果，确认后写入。`
        : "文件中没有新增也没有变更，不需要写入。";
    case "WRITING":
      return `已写入 ${writtenCount} / ${toWrite} 条。可以离开本页，写入会继续。`;
    case "WRITTEN":
      return `${found.writtenAt ? formatInstant(found.writtenAt) : ""} 写入完成，共 ${writtenCount} 条。`;
    case "FAILED":
      return `${found.failure ?? "写入没有完成。"}已写入 ${writtenCount} 条。`;
    case "CANCELLED":
      return "已取消，没有写入任何数据。";
    case "TAKEN_BACK":
      return `${found.takenBackAt ? formatInstant(found.takenBackAt) : ""} 整批撤回：${found.takeBackReason ?? ""}`;
  }
}
