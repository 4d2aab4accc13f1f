import "server-only";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";

/** Ends the actor's present session, or with `everywhere` all of the person's sessions. */
export async function logOut(actor: Actor, everywhere: boolean): Promise<void> {
  await command(actor, everywhere ? "session.closeAll" : "session.close", { everywhere }, async (tx, record) => {
    await tx.session.updateMany({
      where: { userId: actor.userId ?? "", revokedAt: null, ...(everywhere ? {} : { id: actor.sessionId ?? "" }) },
      data: { revokedAt: new Date(), revokeReason: everywhere ? "本人退出全部登录" : "本人退出" },
    });
    await record({ subjectType: "User", subjectId: actor.userId ?? "", subjectName: actor.name });
    return undefined;
  });
}
