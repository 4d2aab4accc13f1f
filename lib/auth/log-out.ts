import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";

const endings = {
  this: { action: "session.close", reason: "本人退出" },
  others: { action: "session.closeOthers", reason: "本人退出其他登录" },
  all: { action: "session.closeAll", reason: "本人退出全部登录" },
};

/** Ends the actor's present session, all the person's others, or all of them; they are dead at the next request. */
export async function logOut(actor: Actor, which: keyof typeof endings): Promise<void> {
  const { action, reason } = endings[which];
  const present = actor.sessionId ?? "";
  const scope = { this: { id: present }, others: { NOT: { id: present } }, all: {} }[which];
  await command(actor, action, { which }, async (tx, record) => {
    const ended = await tx.session.updateMany({
      where: { AND: [{ userId: actor.userId ?? "", revokedAt: null }, scope] },
      data: { revokedAt: new Date(), revokeReason: reason },
    });
    await record({
      subjectType: "User",
      subjectId: actor.userId ?? "",
      subjectName: actor.name,
      after: { endedCount: ended.count },
    });
    return undefined;
  });
}
