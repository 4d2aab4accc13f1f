import { loadSession } from "@/lib/auth/load-actor";
import { logIn } from "@/lib/auth/log-in";
import { db } from "@/lib/db/client";
import { administrator, anonymousOf, auditor, instructorOf, secretaryOf, staffOf } from "@/tests/support/actors";

export const password = "Lantern-2031-xi";

let addresses = 0;

/** Logs in from an address of its own; the token, or null when refused. */
export async function logInAs(username: string, typed = password): Promise<string | null> {
  addresses += 1;
  const ip = `10.8.${Math.floor(addresses / 250)}.${addresses % 250}`;
  return (await logIn({ username, password: typed, ip, userAgent: "vitest" }))?.token ?? null;
}

/** A token of an account that may log in. */
export async function sessionOf(username: string, typed = password): Promise<string> {
  const token = await logInAs(username, typed);
  if (!token) throw new Error(`log-in of ${username} was refused`);
  return token;
}

/** Who a token stands for, with everything the database says of it now. */
export async function actorBehind(token: string) {
  return (await loadSession(token))?.actor ?? null;
}

/** Everybody but the administrator. */
export const others = [staffOf("c"), secretaryOf("b"), instructorOf("i"), auditor(), anonymousOf()];

/** An administrator with an account of the own, so that the trail and form keys find the person. */
export async function administratorWithAccount() {
  const user = await db.user.create({ data: { username: `admin${Date.now()}${addresses}`, name: "郭维" } });
  return administrator({ userId: user.id, name: user.name });
}

export const trailOf = (subjectId: string) => db.auditEntry.findMany({ where: { subjectId }, orderBy: { id: "asc" } });
