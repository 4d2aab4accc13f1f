import type { NextRequest } from "next/server";
import { receiveItems } from "@/app/api/field/sync/receive-items";
import { actorOfRequest, hidden, unauthorized } from "@/lib/auth/api";
import { DomainError } from "@/lib/errors";
import { canWorkInField } from "@/lib/field/policy";
import { sentBatch } from "@/lib/field/schema";
import { refuseForeignOrigin } from "@/lib/forms/form-action";

/** Fifty visits with all their fields full. */
const byteLimit = 2_000_000;

/** Takes in what was written down without a network. Whatever is not answered stays on the phone and comes again. */
export async function POST(request: NextRequest): Promise<Response> {
  const actor = await actorOfRequest();
  if (!actor) return unauthorized();
  if (!canWorkInField(actor)) return hidden();
  const announced = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!(announced > 0 && announced <= byteLimit)) return refusal(413, "一次送出的内容太多，请刷新页面后重试。");
  try {
    await refuseForeignOrigin();
  } catch (error) {
    if (error instanceof DomainError) return refusal(403, error.message);
    throw error;
  }
  const parsed = sentBatch.safeParse(await request.json().catch(() => null));
  if (!parsed.success) return refusal(400, "手机上的页面与平台版本不一致，请刷新后重试。");
  const answers = await receiveItems(actor, parsed.data, new Date());
  return Response.json({ answers }, { headers: { "cache-control": "no-store" } });
}

function refusal(status: number, message: string): Response {
  return Response.json({ message }, { status });
}
