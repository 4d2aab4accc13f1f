import "server-only";
import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { cookieOptions, sessionCookieName } from "@/lib/auth/cookie";

/** The cookie lives no longer than any session may; whether the session lives is the database's word. */
export const cookieSeconds = 12 * 60 * 60;

const secret = () => process.env.NEXTAUTH_SECRET ?? "";

/** The session token this request brought, or null: a forged or foreign cookie is no session. */
export async function readSessionToken(): Promise<string | null> {
  const cookie = (await cookies()).get(sessionCookieName())?.value;
  if (!cookie) return null;
  try {
    const token = await decode({ token: cookie, secret: secret() });
    return typeof token?.sid === "string" ? token.sid : null;
  } catch {
    return null;
  }
}

/** Replaces the cookie after the session got a new token. */
export async function writeSessionToken(sid: string): Promise<void> {
  const value = await encode({ token: { sid }, secret: secret(), maxAge: cookieSeconds });
  (await cookies()).set(sessionCookieName(), value, { ...cookieOptions(), maxAge: cookieSeconds });
}

/** Makes the browser forget the session. */
export async function forgetSessionToken(): Promise<void> {
  (await cookies()).delete({ name: sessionCookieName(), ...cookieOptions() });
}
