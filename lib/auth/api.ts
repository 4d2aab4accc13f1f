import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { currentSession } from "@/lib/auth/session";

/** The actor of a request to a route handler; null for anonymous and for an initial password not yet changed. */
export async function actorOfRequest(): Promise<Actor | null> {
  const session = await currentSession();
  return session && !session.mustChangePassword ? session.actor : null;
}

/** What a route answers to a caller without a session. */
export function unauthorized(): Response {
  return Response.json({ message: "请先登录。" }, { status: 401 });
}

/** What a route answers to a caller for whom it does not exist. */
export function hidden(): Response {
  return Response.json({ message: "找不到这个地址。" }, { status: 404 });
}
