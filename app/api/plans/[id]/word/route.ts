import { actorOfRequest, hidden, unauthorized } from "@/lib/auth/api";
import { downloadDocument } from "@/lib/documents/download";
import { officialDocument } from "@/lib/documents/official-document";
import { findPlan } from "@/lib/plans/queries/find-plan";
import { planPaper } from "@/lib/plans/rules";

/** The plan as a Word file after GB/T 9704-2012, for whoever may read it. */
export async function GET(_request: Request, props: { params: Promise<{ id: string }> }): Promise<Response> {
  const actor = await actorOfRequest();
  if (!actor) return unauthorized();
  const plan = await findPlan(actor, (await props.params).id);
  if (!plan) return hidden();
  return downloadDocument(plan.title, await officialDocument(planPaper(plan)));
}
