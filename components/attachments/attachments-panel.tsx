import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/ui/form";
import { Panel } from "@/components/ui/panel";
import { acceptedFiles } from "@/lib/files/accepted";
import { fileMegabytes } from "@/lib/files/limits";
import { type FormState, requestKeyField } from "@/lib/forms/form-state";

/** The files kept with a record, an activity or a visit, and a plain form to add one. Nobody is asked for any. */
export function AttachmentsPanel(props: {
  attachments: { id: string; name: string; byteCount: number; createdByName: string }[];
  mayChange: boolean;
  /** The route that takes a file in. */
  uploadPath: string;
  removeAction: (state: FormState, form: FormData) => Promise<FormState>;
  /** Why the last upload was refused. */
  refusal: string | undefined;
}) {
  const { attachments, mayChange, refusal } = props;
  if (attachments.length === 0 && !mayChange) return null;
  return (
    <Panel title={`附件 ${attachments.length} 个`} id="attachments">
      {refusal && (
        <p role="alert" className="mb-3 rounded-md border border-bad bg-primary-tint px-3 py-2 text-bad">
          {refusal}
        </p>
      )}
      <ul className="grid gap-2">
        {attachments.map(({ id, name, byteCount, createdByName }) => (
          <li key={id}>
            <a href={`/api/attachments/${id}`} className="break-all" download>
              {name}
            </a>{" "}
            <span className="muted text-xs">
              {sizeInWords(byteCount)}，{createdByName}
            </span>
            {mayChange && (
              <details className="no-print">
                <summary className="cursor-pointer text-xs leading-6 text-ink-2">删除这个附件</summary>
                <ActionForm
                  action={props.removeAction}
                  requestKey={randomUUID()}
                  submitLabel="删除附件"
                  isDanger
                  className="grid gap-2 pb-2"
                >
                  <input type="hidden" name="id" value={id} />
                  <p className="text-xs">删除后不能恢复。</p>
                </ActionForm>
              </details>
            )}
          </li>
        ))}
      </ul>
      {mayChange && (
        <form
          action={props.uploadPath}
          method="post"
          encType="multipart/form-data"
          className="no-print mt-3 grid gap-2"
        >
          <input type="hidden" name={requestKeyField} value={randomUUID()} />
          <label className="grid gap-1 font-medium">
            添加附件（选填）
            <input type="file" name="file" accept={acceptedFiles} required className="input font-normal" />
          </label>
          <p className="text-xs text-ink-2">
            PDF、图片、Word、Excel、PPT，每个不超过 {fileMegabytes} MB。图片里的拍摄地点、时间等信息会自动去掉。
          </p>
          <div>
            <button type="submit" className="button">
              上传
            </button>
          </div>
        </form>
      )}
    </Panel>
  );
}

function sizeInWords(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
