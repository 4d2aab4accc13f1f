import "server-only";
import { DeliveryFailure } from "@/lib/outbox/delivery-failure";

const timeoutMs = 15_000;
/** What both kinds of robot take in one message. */
const maxLength = 600;

/** Errors of a connection that never came about. */
const neverConnected = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "UND_ERR_CONNECT_TIMEOUT"]);

/** Posts one text to a group's robot of 企业微信 or 钉钉; both take the same form. No redirect is followed. */
export async function postToRobot(address: string, message: { subject: string; text: string }): Promise<void> {
  const content = `${message.subject}\n${message.text}`.slice(0, maxLength);
  const answer = await post(address, JSON.stringify({ msgtype: "text", text: { content } }));
  if (answer.status !== 200) {
    await answer.body?.cancel();
    throw new DeliveryFailure(`群机器人应答 HTTP ${answer.status}`, true);
  }
  const { errcode } = await readAnswer(answer);
  if (errcode !== 0) throw new DeliveryFailure(`群机器人拒绝（错误码 ${String(errcode).slice(0, 20)}）`, true);
}

async function post(address: string, body: string): Promise<Response> {
  try {
    return await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/json; charset=utf-8" },
      body,
      redirect: "manual",
      cache: "no-store",
      signal: AbortSignal.timeout(timeoutMs),
    });
  } catch (error) {
    throw unanswered(error);
  }
}

async function readAnswer(answer: Response): Promise<{ errcode: unknown }> {
  try {
    const parsed: unknown = await answer.json();
    return { errcode: typeof parsed === "object" && parsed !== null && "errcode" in parsed ? parsed.errcode : "无" };
  } catch (error) {
    if (error instanceof SyntaxError) return { errcode: "无" };
    throw unanswered(error);
  }
}

function unanswered(error: unknown): DeliveryFailure {
  const { name, cause } = error as { name?: string; cause?: { code?: string } };
  const code = cause?.code ?? name ?? "未知原因";
  return new DeliveryFailure(`群机器人没有应答（${code}）`, neverConnected.has(code));
}
