import { takeInAttachment } from "@/app/api/attachments/take-in";
import { actorOfRequest, hidden, unauthorized } from "@/lib/auth/api";
import { addAttachment } from "@/lib/org-life/commands/attachments";
import { mayAttachTo } from "@/lib/org-life/queries/find-attachment";

/** Takes in one file for a record. */
export async function POST(request: Request, context: { params: Promise<{ id: string }> }): Promise<Response> {
  const actor = await actorOfRequest();
  if (!actor) return unauthorized();
  const { id } = await context.params;
  if (!(await mayAttachTo(actor, id))) return hidden();
  return takeInAttachment(request, actor, `/org-life/${id}`, (sender, file) => addAttachment(sender, id, file));
}
