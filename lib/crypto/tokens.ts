import "server-only";
import { createHash, randomBytes, randomInt } from "node:crypto";

/** An unguessable token for a session or a one-time link: 32 random bytes. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What the database keeps of a token: a thief of the table cannot log in with it. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

/** Without 0 and o, 1, l and i: it is read from a screen and typed. */
const typeable = "23456789abcdefghjkmnpqrstuvwxyz";

/** A first password to be typed once: four groups of five, about 99 bits. */
export function newSecret(): string {
  const group = () => Array.from({ length: 5 }, () => typeable[randomInt(typeable.length)]).join("");
  return Array.from({ length: 4 }, group).join("-");
}
