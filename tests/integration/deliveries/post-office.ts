import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";
import { afterAll, afterEach, beforeAll, vi } from "vitest";
import { db } from "@/lib/db/client";
import type { Notice } from "@/lib/outbox/notify";
import { notify } from "@/lib/outbox/notify";
import { account } from "@/tests/support/factories/registers";

/** What the mail server and the robot got, and how they answer. */
export type PostOffice = {
  mails: { to: string[]; source: string }[];
  posts: { path: string; body: unknown }[];
  /** Refuses the next mails with this code. */
  refuseMailWith: number | null;
  /** Runs after a mail has arrived and before its sender is told. */
  onMail: () => Promise<void>;
  robotAnswers: { status: number; body: string; location?: string };
};

const welcoming = { status: 200, body: '{"errcode":0,"errmsg":"ok"}' };

/** A real mail server and a real robot, set up as the portal's channels; no quiet hours unless a test wants them. */
export function openPostOffice(): PostOffice {
  const office: PostOffice = {
    mails: [],
    posts: [],
    refuseMailWith: null,
    onMail: async () => {},
    robotAnswers: welcoming,
  };
  const mailServer = startMailServer(office);
  const robot = startRobot(office);
  beforeAll(async () => {
    await new Promise<void>((resolve) => mailServer.listen(0, "127.0.0.1", resolve));
    await new Promise<void>((resolve) => robot.listen(0, "127.0.0.1", resolve));
    const mailPort = (mailServer.server.address() as AddressInfo).port;
    const robotPort = (robot.address() as AddressInfo).port;
    vi.stubEnv("SMTP_URL", `smtp://127.0.0.1:${mailPort}`);
    vi.stubEnv("SMTP_FROM", "党建平台 <portal@example.org>");
    vi.stubEnv("WECOM_WEBHOOK_URL", `http://127.0.0.1:${robotPort}/wecom?key=k1`);
    vi.stubEnv("WEBHOOK_ALLOWED_HOSTS", "127.0.0.1");
    vi.stubEnv("QUIET_HOURS", "off");
  });
  afterEach(async () => {
    Object.assign(office, { refuseMailWith: null, onMail: async () => {}, robotAnswers: welcoming });
    office.mails.length = 0;
    office.posts.length = 0;
    await db.delivery.deleteMany();
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await new Promise<void>((resolve) => mailServer.close(() => resolve()));
    await new Promise<unknown>((resolve) => robot.close(resolve));
  });
  return office;
}

function startMailServer(office: PostOffice): SMTPServer {
  return new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    logger: false,
    async onData(stream, session, done) {
      const source = await text(stream);
      if (office.refuseMailWith) {
        done(Object.assign(new Error("try later"), { responseCode: office.refuseMailWith }));
        return;
      }
      office.mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), source });
      await office.onMail();
      done();
    },
  });
}

function startRobot(office: PostOffice): Server {
  return createServer(async (request, response) => {
    office.posts.push({ path: request.url ?? "", body: JSON.parse(await text(request)) });
    const { status, body, location } = office.robotAnswers;
    response.writeHead(status, location ? { location } : {}).end(body);
  });
}

/** Somebody with an address. */
export async function reader(email: string) {
  const { id } = await account();
  return db.user.update({ where: { id }, data: { email } });
}

/** Writes one notice as a command would. */
export async function tell(userIds: string[], facts: Partial<Notice> = {}): Promise<void> {
  const notice: Notice = {
    kind: "SUMMARY_SENT_BACK",
    userIds,
    text: "季度总结已退回，请修改后重新报送。",
    href: "/notifications",
    dedupeKey: crypto.randomUUID(),
    ...facts,
  };
  await db.$transaction((tx) => notify(tx, notice));
}
