import type { NextRequest } from "next/server";
import { actorOfRequest, hidden, unauthorized } from "@/lib/auth/api";
import { DomainError, StaleError } from "@/lib/errors";
import { refuseForeignOrigin } from "@/lib/forms/form-action";
import { saveDraft } from "@/lib/summaries/commands/save-draft";
import { canWriteSummaries } from "@/lib/summaries/policy";
import { writtenSummary } from "@/lib/summaries/schema";

/** Room for four paragraphs and what is said of the tasks, in bytes. */
const bodyLimit = 400_000;

/**
 * Saves a summary while it is typed. The page learns what it may go on with: 200 the new version, 401 log in again,
 * 409 somebody else saved (with their texts), 422 what the text breaks. Nothing is overwritten unseen.
 */
export async function POST(request: NextRequest): Promise<Response> {
  const actor = await actorOfRequest();
  if (!actor) return unauthorized();
  if (!canWriteSummaries(actor)) return hidden();
  try {
    await refuseForeignOrigin();
    const body = await request.text();
    if (body.length > bodyLimit) return answer(422, { message: "内容过长，无法保存。请删减后再试。" });
    const parsed = writtenSummary.safeParse(readJson(body));
    if (!parsed.success) return answer(422, { message: parsed.error.issues.map(({ message }) => message).join(" ") });
    const { version } = await saveDraft(actor, parsed.data);
    return answer(200, { version });
  } catch (error) {
    if (error instanceof StaleError) {
      return answer(409, { message: error.message, version: error.version, theirs: error.theirs });
    }
    if (error instanceof DomainError) return answer(422, { message: error.message });
    throw error;
  }
}

function readJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

function answer(status: number, body: object): Response {
  return Response.json(body, { status, headers: { "cache-control": "no-store" } });
}
