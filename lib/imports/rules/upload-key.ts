import { createHash } from "node:crypto";

/**
 * The key of one upload: of the form that was opened and of what it sent. Pressing twice is one upload; going back and
 * choosing another file is another.
 */
export function uploadKey(formKey: string, target: object, bytes: Buffer): string {
  const hash = createHash("sha256").update(formKey).update(JSON.stringify(target)).update(bytes).digest("hex");
  return [hash.slice(0, 8), hash.slice(8, 12), hash.slice(12, 16), hash.slice(16, 20), hash.slice(20, 32)].join("-");
}
