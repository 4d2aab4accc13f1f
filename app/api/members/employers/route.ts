import type { NextRequest } from "next/server";
import { actorOfRequest, hidden, unauthorized } from "@/lib/auth/api";
import { canCreateMember } from "@/lib/members/policy";
import { suggestEmployers } from "@/lib/members/queries/choices";

/** Names of enterprises for the field "工作单位", by what was typed so far. */
export async function GET(request: NextRequest): Promise<Response> {
  const actor = await actorOfRequest();
  if (!actor) return unauthorized();
  if (!canCreateMember(actor)) return hidden();
  const typed = (request.nextUrl.searchParams.get("q") ?? "").slice(0, 50);
  return Response.json(await suggestEmployers(actor, typed), { headers: { "cache-control": "no-store" } });
}
