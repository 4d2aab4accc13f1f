import { takeInAttachment } from "@/app/api/attachments/take-in";
import { actorOfRequest, hidden, unauthorized } from "@/lib/auth/api";
import { addVisitFile } from "@/lib/visits/commands/attachments";
import { mayAttachToVisit } from "@/lib/visits/queries/find-file";

/** Takes in one file for a visit. */
export async function POST(request: Request, context: { params: Promise<{ id: string }> }): Promise<Response> {
  const actor = await actorOfRequest();
  if (!actor) return unauthorized();
  const { id } = await context.params;
  if (!(await mayAttachToVisit(actor, id))) return hidden();
  return takeInAttachment(request, actor, `/visits/${id}`, (sender, file) => addVisitFile(sender, id, file));
}
