import { takeInAttachment } from "@/app/api/attachments/take-in";
import { addActivityFile } from "@/lib/activities/commands/attachments";
import { mayAttachToActivity } from "@/lib/activities/queries/find-file";
import { actorOfRequest, hidden, unauthorized } from "@/lib/auth/api";

/** Takes in one file for an activity. */
export async function POST(request: Request, context: { params: Promise<{ id: string }> }): Promise<Response> {
  const actor = await actorOfRequest();
  if (!actor) return unauthorized();
  const { id } = await context.params;
  if (!(await mayAttachToActivity(actor, id))) return hidden();
  return takeInAttachment(request, actor, `/activities/${id}`, (sender, file) => addActivityFile(sender, id, file));
}
