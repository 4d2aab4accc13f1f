import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { type Actor, mintActor } from "@/lib/auth/actor";
import { clientAddress } from "@/lib/auth/client-address";
import { type LiveSession, loadSession } from "@/lib/auth/load-actor";
import { readSessionToken } from "@/lib/auth/session-cookie";
import { visitor } from "@/lib/auth/visitor";

/** The live session of this request, read from the database once; null for anonymous. */
export const currentSession = cache(async (): Promise<LiveSession | null> => {
  const token = await readSessionToken();
  if (!token) return null;
  const session = await loadSession(token);
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
  const session = await requireSession();
  if (session.mustChangePassword) redirect("/password");
  return session.actor;
}

/** The session even while its initial password must still be changed: for that change and for leaving, nothing else. */
export async function requireSession(): Promise<LiveSession> {
  return (await currentSession()) ?? redirect("/login");
}

/** The holder of a one-time link: not logged in, known to the trail by the address alone. */
export async function linkHolder(): Promise<Actor> {
  const sent = await headers();
  const actor = visitor({ id: null, name: "持一次性链接者" }, clientAddress(sent));
  return mintActor({ ...actor, requestId: sent.get("x-request-id") ?? undefined });
}
