import type { NextRequest } from "next/server";
import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { actorOfRequest, unauthorized } from "@/lib/auth/api";
import { DomainError } from "@/lib/errors";
import { refuseForeignOrigin, withRequestKey } from "@/lib/forms/form-action";
import { requestKeyField } from "@/lib/forms/form-state";
import { judgeImport } from "@/lib/imports/commands/judge-import";
import type { FileToJudge } from "@/lib/imports/queries/judge-file";
import { importUploadPath } from "@/lib/imports/rules/upload-address";
import { uploadKey } from "@/lib/imports/rules/upload-key";
import { sheetLimits } from "@/lib/sheets/limits";

const target = z.object({
  kind: z.enum(["ENTERPRISES", "MEMBERS"]),
  committeeId: z.uuid(),
  parkId: z
    .union([z.uuid(), z.literal("").transform(() => null)])
    .nullable()
    .default(null),
});

/** Room for the other fields of the form around the file. */
const formRoom = 100_000;

/** Takes in a file from the plain form of the import page, and goes on to what was understood of it, or back with words. */
export async function POST(request: NextRequest): Promise<Response> {
  const actor = await actorOfRequest();
  if (!actor) return unauthorized();
  const announced = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!(announced <= sheetLimits.fileBytes + formRoom)) return goTo(importUploadPath({ refusal: tooLarge }));
  try {
    await refuseForeignOrigin();
    const form = await request.formData();
    const parsed = target.safeParse(Object.fromEntries(form));
    if (!parsed.success) return goTo(importUploadPath({ refusal: "请选择导入类型和党委，再选择文件。" }));
    const file = form.get("file");
    if (!(file instanceof File) || file.size === 0) {
      return goTo(importUploadPath({ ...parsed.data, refusal: "请选择要导入的文件。" }));
    }
    const bytes = Buffer.from(await file.arrayBuffer());
    const formKey = form.get(requestKeyField);
    if (typeof formKey === "string") form.set(requestKeyField, uploadKey(formKey, parsed.data, bytes));
    return await judge(withRequestKey(actor, form), { ...parsed.data, fileName: file.name.slice(0, 200), bytes });
  } catch (error) {
    if (error instanceof DomainError) return goTo(importUploadPath({ refusal: error.message }));
    throw error;
  }
}

const tooLarge = `文件超过 ${sheetLimits.fileBytes / 1024 / 1024} MB，不能导入。请分成几个文件，或删去图片和无关的工作表。`;

async function judge(actor: Actor, file: FileToJudge): Promise<Response> {
  try {
    return goTo(`/imports/${(await judgeImport(actor, file)).id}`);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { kind, committeeId, parkId } = file;
    return goTo(importUploadPath({ kind, committeeId, parkId, refusal: `${file.fileName}：${error.message}` }));
  }
}

function goTo(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path } });
}
