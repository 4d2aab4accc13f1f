import { findActivityFile } from "@/lib/activities/queries/find-file";
import { actorOfRequest, hidden, unauthorized } from "@/lib/auth/api";
import { giveOutFile } from "@/lib/files/give-out";
import { findAttachment } from "@/lib/org-life/queries/find-attachment";
import { findVisitFile } from "@/lib/visits/queries/find-file";

/** One attachment as a download, for whoever may read what it hangs on. */
export async function GET(_request: Request, context: { params: Promise<{ id: string }> }): Promise<Response> {
  const actor = await actorOfRequest();
  if (!actor) return unauthorized();
  const { id } = await context.params;
  const file =
    (await findAttachment(actor, id)) ?? (await findActivityFile(actor, id)) ?? (await findVisitFile(actor, id));
  return (file && (await giveOutFile(file))) ?? hidden();
}
