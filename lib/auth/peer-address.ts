import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

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
