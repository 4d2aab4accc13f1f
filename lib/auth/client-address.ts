import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

/**
 * The caller's address. `X-Forwarded-For` counts only for the proxies the operator runs (TRUSTED_PROXY_HOPS, default 0):
 * what a caller writes there further left is its own claim and cannot dodge a lock.
 */
export function clientAddress(headers: Headers): string {
  const chain = (headers.get("x-forwarded-for") ?? "")
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
  const hops = Number(process.env.TRUSTED_PROXY_HOPS ?? 0);
  // The last entry is the connection's own address: see `notePeerAddresses`.
  return chain.at(-1 - hops) ?? chain.at(-1) ?? "unknown";
}

/**
 * Ends every request's `X-Forwarded-For` with the address at the other end of its connection, which nobody can write
 * for himself. Without it a caller who sends the header would be known by whatever it claims.
 */
export function notePeerAddresses(): void {
  subscribe("http.server.request.start", (message) => {
    const { headers, socket } = (message as { request: IncomingMessage }).request;
    headers["x-forwarded-for"] = [headers["x-forwarded-for"] ?? [], socket.remoteAddress ?? "unknown"]
      .flat()
      .join(", ");
  });
}
