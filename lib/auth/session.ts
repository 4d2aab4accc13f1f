import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { decode } from "next-auth/jwt";
import { cache } from "react";
import { type Actor, mintActor } from "@/lib/auth/actor";
import { clientAddress } from "@/lib/auth/client-address";
import { sessionCookieName } from "@/lib/auth/cookie";
import { type LiveSession, loadSession } from "@/lib/auth/load-actor";

/** The live session of this request, read from the database once; null for anonymous. */
export const currentSession = cache(async (): Promise<LiveSession | null> => {
  const cookie = (await cookies()).get(sessionCookieName())?.value;
  if (!cookie) return null;
  const sid = await sessionIdIn(cookie);
  if (!sid) return null;
  const session = await loadSession(sid);
  if (!session) return null;
  const sent = await headers();
  const actor = mintActor({
    ...session.actor,
    ip: clientAddress(sent),
    requestId: sent.get("x-request-id") ?? undefined,
  });
  return { ...session, actor };
});

/** The actor of this request. Anonymous goes to the log-in page, an initial password to its change. */
export async function requireActor(): Promise<Actor> {
  const session = await currentSession();
  if (!session) redirect("/login");
  if (session.mustChangePassword) redirect("/password");
  return session.actor;
}

async function sessionIdIn(cookie: string): Promise<string | null> {
  try {
    const token = await decode({ token: cookie, secret: process.env.NEXTAUTH_SECRET ?? "" });
    return typeof token?.sid === "string" ? token.sid : null;
  } catch {
    return null; // A forged or foreign cookie is no session.
  }
}
