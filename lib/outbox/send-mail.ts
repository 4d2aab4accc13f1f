import "server-only";
import { createHash } from "node:crypto";
import { PassThrough } from "node:stream";
import { createTransport } from "nodemailer";
import type { Channels } from "@/lib/outbox/channels";
import { DeliveryFailure } from "@/lib/outbox/delivery-failure";

type Message = { to: string; subject: string; text: string; key: string };

const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000, dnsTimeout: 5_000 };
const loopback = new Set(["127.0.0.1", "localhost"]);

/**
 * Hands one e-mail to the mail server. Its Message-ID comes from the key: a second copy shows itself as one. A password
 * goes to another machine over TLS only.
 */
export async function sendMail({ server, from }: NonNullable<Channels["mail"]>, message: Message): Promise<void> {
  const isSecure = server.protocol === "smtps:";
  const user = decodeURIComponent(server.username);
  const transport = createTransport({
    host: server.hostname,
    port: Number(server.port || (isSecure ? 465 : 587)),
    secure: isSecure,
    requireTLS: !isSecure && user !== "" && !loopback.has(server.hostname),
    ...(user ? { auth: { user, pass: decodeURIComponent(server.password) } } : {}),
    ...timeouts,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  let hasBegun = false;
  // The text is read once the server has let us in: whatever fails earlier surely did not arrive.
  transport.use("stream", (mail, done) => {
    mail.message.transform(() => {
      hasBegun = true;
      return new PassThrough();
    });
    done();
  });
  try {
    await transport.sendMail({
      from,
      to: { name: "", address: message.to },
      subject: oneLine(message.subject),
      text: message.text,
      messageId: messageIdOf(message.key),
      headers: { "Auto-Submitted": "auto-generated" },
    });
  } catch (error) {
    throw failureOf(error, hasBegun);
  } finally {
    transport.close();
  }
}

/** A line break in a header would begin another header. */
function oneLine(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, " ").trim();
}

function messageIdOf(key: string): string {
  const host = new URL(process.env.BASE_URL ?? "http://localhost").hostname;
  return `<${createHash("sha256").update(key).digest("hex").slice(0, 40)}@${host}>`;
}

/** The server's words may hold the address: only its codes are kept. */
function failureOf(error: unknown, hasBegun: boolean): DeliveryFailure {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  const words = responseCode ? `邮件服务器拒绝（${responseCode}）` : `邮件服务器没有应答（${code ?? "未知原因"}）`;
  return new DeliveryFailure(words, responseCode !== undefined || !hasBegun);
}
