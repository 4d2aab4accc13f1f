import { formatInstant, quarterOf, writeQuarterInText } from "@/lib/calendar";
import type { RecordFile } from "@/lib/org-life/queries/find-record";

/** What one must know before reading a record: that it was taken back, or that its quarter is closed. */
export function RecordNote({ record }: { record: RecordFile }) {
  if (record.withdrawnAt) {
    return `已于 ${formatInstant(record.withdrawnAt)} 撤销，不计入统计：${record.withdrawReason}`;
  }
  if (!record.isLocked) return record.branch.name;
  const quarter = writeQuarterInText(quarterOf(record.heldOn));
  return `${quarter}总结已通过审核，这条记录不再修改；确需改动，请党委工作人员重新开放该支部本季度的总结。`;
}
