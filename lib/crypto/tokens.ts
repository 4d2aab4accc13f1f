import "server-only";
import { createHash, randomBytes } from "node:crypto";

/** An unguessable token for a session or a one-time link: 32 random bytes. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What the database keeps of a token: a thief of the table cannot log in with it. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
