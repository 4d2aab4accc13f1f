import { randomBytes, randomUUID } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { sessionCookieName } from "@/lib/auth/cookie";

const open = ["/login", "/password/", "/notice", "/rate", "/confirm"];

/**
 * Sends a browser without a session cookie to the log-in page (a comfort: every query asks for itself),
 * and gives each page its content security policy and request id.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  const isOpen = open.some((path) => pathname === path || (path.endsWith("/") && pathname.startsWith(path)));
  if (!isOpen && !request.cookies.has(sessionCookieName())) {
    const login = new URL("/login", request.url);
    if (pathname !== "/") login.searchParams.set("next", pathname + search);
    return NextResponse.redirect(login);
  }
  const policy = contentSecurityPolicy(randomBytes(16).toString("base64"));
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set("x-request-id", randomUUID());
  headers.set("x-path", pathname);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

function contentSecurityPolicy(nonce: string): string {
  const development = process.env.NODE_ENV === "development" ? " 'unsafe-eval'" : "";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development}`,
    // Server-drawn SVG positions its parts by style attributes.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

// Files and route handlers stay outside: a body that passes the proxy is cut at 10 MB.
export const config = {
  matcher: ["/((?!_next/static|_next/image|api/|icon.svg|manifest.webmanifest|sw.js|field-icon-).*)"],
};
