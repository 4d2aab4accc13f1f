import { actorOfRequest, hidden, unauthorized } from "@/lib/auth/api";
import { fieldPack } from "@/lib/field/queries/field-pack";

/** What an instructor takes along on the phone. */
export async function GET(): Promise<Response> {
  const actor = await actorOfRequest();
  if (!actor) return unauthorized();
  const pack = await fieldPack(actor);
  if (!pack) return hidden();
  return Response.json(pack, { headers: { "cache-control": "no-store" } });
}
