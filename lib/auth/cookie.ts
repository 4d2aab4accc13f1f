/** True when people reach the portal by https, directly or through a proxy that ends TLS. */
export function isSecureAddress(): boolean {
  return (process.env.NEXTAUTH_URL ?? "").startsWith("https://");
}

/** `__Host-` ties the cookie to this very host and to https; plain http can only use a plain name. */
export function sessionCookieName(): string {
  return isSecureAddress() ? "__Host-portal.session" : "portal.session";
}

/** The same for next-auth's CSRF cookie. */
export function csrfCookieName(): string {
  return isSecureAddress() ? "__Host-portal.csrf" : "portal.csrf";
}

/** Strict would break links from the OA system; Lax does not travel with foreign posts either. */
export function cookieOptions() {
  return { httpOnly: true, sameSite: "lax" as const, path: "/", secure: isSecureAddress() };
}
