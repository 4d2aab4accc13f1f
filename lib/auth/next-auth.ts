import "server-only";
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { clientAddress } from "@/lib/auth/client-address";
import { cookieOptions, csrfCookieName, sessionCookieName } from "@/lib/auth/cookie";
import { logIn } from "@/lib/auth/log-in";
import { cookieSeconds } from "@/lib/auth/session-cookie";
import { log } from "@/lib/log";

/**
 * next-auth carries the log-in form, its CSRF token and the cookie. The cookie holds one opaque session id;
 * whether that session lives, and what it may do, is read from the Session table on every request.
 */
export function authOptions(): NextAuthOptions {
  return {
    secret: process.env.NEXTAUTH_SECRET,
    pages: { signIn: "/login", error: "/login" },
    session: { strategy: "jwt", maxAge: cookieSeconds },
    useSecureCookies: cookieOptions().secure,
    cookies: {
      sessionToken: { name: sessionCookieName(), options: cookieOptions() },
      csrfToken: { name: csrfCookieName(), options: cookieOptions() },
      callbackUrl: { name: "portal.callback", options: cookieOptions() },
    },
    providers: [
      CredentialsProvider({
        credentials: { username: {}, password: {} },
        async authorize(credentials, request) {
          const username = credentials?.username?.slice(0, 100) ?? "";
          const password = credentials?.password?.slice(0, 400) ?? "";
          const headers = new Headers(request.headers as Record<string, string>);
          const attempt = { username, password, ip: clientAddress(headers), userAgent: headers.get("user-agent") };
          const opened = await logIn(attempt).catch((error: unknown) => {
            log.error({ error }, "log-in failed");
            // next-auth puts the message into the address: it says nothing of the cause.
            throw new Error("unavailable");
          });
          return opened && { id: opened.userId, sid: opened.token };
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user && "sid" in user ? { sid: user.sid } : { sid: token.sid }),
      session: () => ({ expires: "" }),
      redirect: ({ url, baseUrl }) => ownAddress(url, baseUrl),
    },
  };
}

/** Only paths of this portal: `//host`, `/\host`, other origins and schemes all lead to the start page. */
export function ownAddress(url: string, baseUrl: string): string {
  try {
    const target = new URL(url, baseUrl);
    const isOwn = target.origin === new URL(baseUrl).origin && !/[\\\s]/.test(url);
    return isOwn ? target.href : baseUrl;
  } catch {
    return baseUrl;
  }
}
