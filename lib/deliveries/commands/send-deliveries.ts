import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import type { DeliveryChannel, NotificationKind } from "@/generated/prisma/enums";
import { db } from "@/lib/db/client";
import { isGivenUp, isQuiet, nextAttemptAt } from "@/lib/deliveries/rules";
import { log } from "@/lib/log";
import { type Channels, channels } from "@/lib/outbox/channels";
import { DeliveryFailure } from "@/lib/outbox/delivery-failure";
import { postToRobot } from "@/lib/outbox/post-to-robot";
import { sendMail } from "@/lib/outbox/send-mail";

/** The job's name in the queue. */
export const sendDeliveriesJob = "deliveries.send";

type Claimed = {
  id: string;
  channel: DeliveryChannel;
  kind: NotificationKind;
  userId: string | null;
  subject: string;
  text: string;
  dedupeKey: string;
  attempts: number;
  uncertainCount: number;
};

const batchSize = 5;
/** Nothing takes longer than this to send … */
const attemptMs = 60_000;
/** … so a claim as old as this is of a worker that is gone. */
const claimMinutes = 5;

/**
 * Sends what waits, outside quiet hours. Any number of workers may run it: each takes messages nobody else has taken.
 * A message goes out at least once. A worker that dies between sending and marking leaves one whose end nobody knows:
 * it is sent once more, with the same Message-ID, so that at most one copy is too many; after a second such end it is
 * given up. The messages of a batch go out side by side, and one that fails waits for its next turn: none holds up another.
 */
export async function sendDeliveries(clock: () => Date = () => new Date()): Promise<void> {
  const ways = channels();
  while (!isQuiet(clock(), ways.quietHours)) {
    const claimed = await claim(clock());
    if (claimed.length === 0) return;
    const addresses = await addressesOf(claimed);
    await Promise.all(claimed.map((delivery) => attempt(delivery, ways, addresses.get(delivery.id), clock)));
  }
}

function claim(now: Date): Promise<Claimed[]> {
  return db.$queryRaw<Claimed[]>`
    WITH next AS MATERIALIZED (
      SELECT id FROM "Delivery"
      WHERE "sentAt" IS NULL AND "failedAt" IS NULL AND "availableAt" <= ${now}::timestamp
      ORDER BY "availableAt", id LIMIT ${batchSize} FOR UPDATE SKIP LOCKED
    )
    UPDATE "Delivery" d SET attempts = attempts + 1, "startedAt" = ${now}::timestamp,
      "availableAt" = ${now}::timestamp + make_interval(mins => ${claimMinutes}),
      "uncertainCount" = "uncertainCount" + CASE WHEN "startedAt" IS NULL THEN 0 ELSE 1 END
    FROM next WHERE d.id = next.id
    RETURNING d.id::text, channel::text, kind::text, "userId"::text, subject, text, "dedupeKey", attempts, "uncertainCount"`;
}

/** The address of each e-mail as the person has it now; none for who left, gave up the address or opted out meanwhile. */
async function addressesOf(claimed: Claimed[]): Promise<Map<string, string>> {
  const userIds = claimed.flatMap(({ userId }) => userId ?? []);
  if (userIds.length === 0) return new Map();
  const people = await db.user.findMany({
    where: { id: { in: userIds }, disabledAt: null, email: { not: null } },
    select: { id: true, email: true, mutes: { select: { kind: true } } },
  });
  const personOf = new Map(people.map((person) => [person.id, person]));
  return new Map(
    claimed.flatMap(({ id, userId, kind }) => {
      const person = userId ? personOf.get(userId) : undefined;
      const isWanted = person?.email && !person.mutes.some((mute) => mute.kind === kind);
      return isWanted && person.email ? [[id, person.email] as const] : [];
    }),
  );
}

async function attempt(delivery: Claimed, ways: Channels, address: string | undefined, clock: () => Date) {
  if (delivery.channel === "EMAIL" && !address) {
    await db.delivery.deleteMany({ where: { id: delivery.id } });
    return;
  }
  try {
    if (isGivenUp(delivery)) throw new DeliveryFailure("发送中途中断，是否送达不明", false);
    await inTime(send(delivery, ways, address ?? ""));
  } catch (error) {
    await markFailed(delivery, error, clock());
    return;
  }
  await mark(delivery, { sentAt: clock(), startedAt: null, lastError: null });
}

function send({ channel, subject, text, dedupeKey }: Claimed, ways: Channels, address: string): Promise<void> {
  const robot = ways.robots.find((one) => one.channel === channel);
  if (channel !== "EMAIL" && robot) return postToRobot(robot.address, { subject, text });
  if (channel === "EMAIL" && ways.mail) return sendMail(ways.mail, { to: address, subject, text, key: dedupeKey });
  throw new DeliveryFailure("发送渠道没有设置", true);
}

async function inTime(sending: Promise<void>): Promise<void> {
  const stop = new AbortController();
  const late = sleep(attemptMs, undefined, { signal: stop.signal, ref: false }).then(() => {
    throw new DeliveryFailure("发送超时", false);
  });
  try {
    await Promise.race([sending, late]);
  } finally {
    stop.abort();
    late.catch(() => undefined);
  }
}

async function markFailed(delivery: Claimed, error: unknown, now: Date): Promise<void> {
  const failure = error instanceof DeliveryFailure ? error : new DeliveryFailure("系统出错", false);
  if (failure !== error) log.error({ error, deliveryId: delivery.id }, "delivery failed");
  const uncertainCount = delivery.uncertainCount + (failure.isCertain ? 0 : 1);
  const next = nextAttemptAt({ attempts: delivery.attempts, uncertainCount }, now);
  log.warn({ deliveryId: delivery.id, channel: delivery.channel, reason: failure.message, next }, "delivery not sent");
  await mark(delivery, {
    startedAt: null,
    uncertainCount,
    lastError: failure.message,
    ...(next ? { availableAt: next } : { failedAt: now }),
  });
}

type Outcome = {
  sentAt?: Date;
  startedAt: null;
  uncertainCount?: number;
  lastError: string | null;
  availableAt?: Date;
  failedAt?: Date;
};

/** Only the attempt that claimed it may say how it ended. */
async function mark({ id, attempts }: Claimed, outcome: Outcome): Promise<void> {
  await db.delivery.updateMany({ where: { id, attempts, sentAt: null }, data: outcome });
}
