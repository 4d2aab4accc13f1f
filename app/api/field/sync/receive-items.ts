import "server-only";
import { type Actor, withKey } from "@/lib/auth/actor";
import { logShift } from "@/lib/duty/commands/log-shift";
import { DomainError } from "@/lib/errors";
import { hasArrived } from "@/lib/field/queries/arrived";
import { fieldVersion, settledDay } from "@/lib/field/rules";
import { type ItemAnswer, itemSchemas, type SentBatch, type SentItem } from "@/lib/field/schema";
import { log } from "@/lib/log";
import { raiseRequest } from "@/lib/requests/commands/raise-request";
import { recordVisit } from "@/lib/visits/commands/record-visit";

type Clock = { sentAt: string; now: Date };
type Payload = Record<string, unknown>;
type Read = { action: string; run: (actor: Actor) => Promise<unknown> } | { refusal: string };

const refresh = "手机上的页面与平台版本不一致。请刷新后重试，填写的内容不会丢失。";
const before = "先前已经送达，以先前送达的内容为准。如有不同，请在平台上更正。";

/**
 * Does what the items ask for, one after the other, by the commands of the forms: each in its own transaction with its
 * id as the key, so that one sent again is done once, and one refused holds up no other.
 */
export async function receiveItems(actor: Actor, batch: SentBatch, now: Date): Promise<ItemAnswer[]> {
  const clock = { sentAt: batch.sentAt, now };
  const answers: ItemAnswer[] = [];
  for (const item of batch.items) answers.push(await receive(actor, item, batch.version, clock));
  return answers;
}

async function receive(actor: Actor, item: SentItem, version: number, clock: Clock): Promise<ItemAnswer> {
  const { id } = item;
  if (item.userId !== actor.userId) {
    return { id, result: "REFUSED", message: "这条记录是另一个账号填写的。请用填写时的账号登录后再送出。" };
  }
  const read = version === fieldVersion ? readItem(item, clock) : { refusal: refresh };
  if ("refusal" in read) return { id, result: "REFUSED", message: read.refusal };
  try {
    await read.run(withKey(actor, id));
    return { id, result: "SAVED", message: "" };
  } catch (error) {
    if (!(error instanceof DomainError)) {
      log.error({ error, requestId: actor.requestId }, "field item failed");
      return { id, result: "RETRY", message: "系统出错，暂时没有保存，稍后自动再送。" };
    }
    // The same record with a day that came out differently, or edited after its first answer was lost.
    if (await hasArrived(actor, id, read.action)) return { id, result: "SAVED", message: before };
    return { id, result: "REFUSED", message: error.message };
  }
}

function readItem(item: SentItem, clock: Clock): Read {
  const { payload } = item;
  if (!isPayload(payload)) return { refusal: refresh };
  const settled = (name: string) => {
    const day = payload[name];
    return typeof day === "string" ? { [name]: settledDay({ ...item, day }, clock) } : {};
  };
  switch (item.kind) {
    case "VISIT": {
      const { id, recordedAt } = item;
      const parsed = itemSchemas.VISIT.safeParse({ ...payload, ...settled("visitedOn"), id, recordedAt });
      if (!parsed.success) return refused(parsed.error);
      return { action: "visit.record", run: (actor) => recordVisit(actor, parsed.data) };
    }
    case "DUTY_LOG": {
      const parsed = itemSchemas.DUTY_LOG.safeParse(payload);
      if (!parsed.success) return refused(parsed.error);
      return { action: "duty.fulfil", run: (actor) => logShift(actor, parsed.data) };
    }
    case "REQUEST": {
      const parsed = itemSchemas.REQUEST.safeParse({ ...payload, ...settled("raisedOn") });
      if (!parsed.success) return refused(parsed.error);
      return { action: "request.raise", run: (actor) => raiseRequest(actor, parsed.data) };
    }
    default:
      return { refusal: refresh };
  }
}

/** Our own words say what to mend; anything else comes from a page that is too old or too new. */
function refused({ issues }: { issues: { message: string }[] }): { refusal: string } {
  const own = issues.map(({ message }) => message).filter((message) => /[一-龥]/.test(message));
  return { refusal: own.length === issues.length ? [...new Set(own)].join("") : refresh };
}

function isPayload(payload: unknown): payload is Payload {
  return typeof payload === "object" && payload !== null && !Array.isArray(payload);
}
