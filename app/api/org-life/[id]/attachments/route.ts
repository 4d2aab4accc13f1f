import type { NextRequest } from "next/server";
import { actorOfRequest, hidden, unauthorized } from "@/lib/auth/api";
import { DomainError } from "@/lib/errors";
import { keepFile } from "@/lib/files/keep-file";
import { withUpload } from "@/lib/files/receive-upload";
import { refuseForeignOrigin, withRequestKey } from "@/lib/forms/form-action";
import { requestKeyField } from "@/lib/forms/form-state";
import { uploadKey } from "@/lib/imports/rules/upload-key";
import { addAttachment } from "@/lib/org-life/commands/attachments";
import { mayAttachTo } from "@/lib/org-life/queries/find-attachment";

/** Takes in one file from the plain form of a record's page, and goes back there with what came of it. */
export async function POST(request: NextRequest, context: { params: Promise<{ id: string }> }): Promise<Response> {
  const actor = await actorOfRequest();
  if (!actor) return unauthorized();
  const { id } = await context.params;
  if (!(await mayAttachTo(actor, id))) return hidden();
  try {
    await refuseForeignOrigin();
    await withUpload(request, async (upload) => {
      const file = await keepFile(upload);
      const form = new FormData();
      const formKey = upload.fields.get(requestKeyField);
      if (formKey) form.set(requestKeyField, uploadKey(formKey, { id }, Buffer.from(file.sha256)));
      return addAttachment(withRequestKey(actor, form), id, file);
    });
    return goTo(`/org-life/${id}#attachments`);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const query = new URLSearchParams({ refusal: error.message.slice(0, 200) });
    return goTo(`/org-life/${id}?${query}#attachments`);
  }
}

function goTo(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path } });
}
