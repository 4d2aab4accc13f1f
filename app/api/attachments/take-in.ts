import type { Actor } from "@/lib/auth/actor";
import { DomainError } from "@/lib/errors";
import { type KeptFile, keepFile } from "@/lib/files/keep-file";
import { withUpload } from "@/lib/files/receive-upload";
import { refuseForeignOrigin, withRequestKey } from "@/lib/forms/form-action";
import { requestKeyField } from "@/lib/forms/form-state";
import { uploadKey } from "@/lib/imports/rules/upload-key";

/**
 * Takes in one file from the plain form of a page (`/org-life/…`), hangs it on what the page is about, and goes back
 * there with what came of it.
 */
export async function takeInAttachment(
  request: Request,
  actor: Actor,
  page: string,
  attach: (actor: Actor, file: KeptFile) => Promise<unknown>,
): Promise<Response> {
  try {
    await refuseForeignOrigin();
    await withUpload(request, async (upload) => {
      const file = await keepFile(upload);
      const form = new FormData();
      const formKey = upload.fields.get(requestKeyField);
      if (formKey) form.set(requestKeyField, uploadKey(formKey, { page }, Buffer.from(file.sha256)));
      return attach(withRequestKey(actor, form), file);
    });
    return goTo(`${page}#attachments`);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const query = new URLSearchParams({ refusal: error.message.slice(0, 200) });
    return goTo(`${page}?${query}#attachments`);
  }
}

function goTo(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path } });
}
