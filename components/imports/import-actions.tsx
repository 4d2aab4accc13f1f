import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/ui/form";
import { cancelImportAction, confirmImportAction } from "@/lib/imports/actions";
import type { FoundImport } from "@/lib/imports/queries/find-import";

/** What the person may do next: confirm, cancel, take back, fetch the refused rows. */
export function ImportActions({ found }: { found: FoundImport }) {
  const { can, id, counts } = found;
  const idField = <input type="hidden" name="id" value={id} />;
  const refused = counts.REFUSED ?? 0;
  if (!can.confirm && !can.cancel && !can.takeBack && refused === 0) return null;
  return (
    <div className="no-print flex flex-wrap items-start gap-3">
      {can.confirm && (
        <ActionForm
          action={confirmImportAction}
          requestKey={randomUUID()}
          submitLabel={found.status === "FAILED" ? "继续写入" : `确认写入 ${found.toWrite} 条`}
          className=""
        >
          {idField}
        </ActionForm>
      )}
      {refused > 0 && (
        <a className="button" href={`/api/imports/${id}/refused`} download>
          下载退回的 {refused} 行
        </a>
      )}
      {can.cancel && (
        <ActionForm action={cancelImportAction} requestKey={randomUUID()} submitLabel="取消导入" isDanger className="">
          {idField}
        </ActionForm>
      )}
      {can.takeBack && (
        <a className="button button-danger" href={`/imports/${id}/take-back`}>
          整批撤回
        </a>
      )}
    </div>
  );
}
