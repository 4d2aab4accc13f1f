import "server-only";
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

const NONCE = 12;
const TAG = 16;

function fileKey(): Buffer {
  const secret = Buffer.from(process.env.DATA_KEY ?? "", "base64");
  if (secret.length !== 32) throw new Error("DATA_KEY must be 32 bytes in base64");
  return Buffer.from(hkdfSync("sha256", secret, "", "uploaded-file-encryption", 32));
}

/** Encrypts an uploaded file (AES-256-GCM): nonce, tag, text. */
export function encryptFile(bytes: Buffer): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", fileKey(), nonce);
  const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Uint8Array.from(Buffer.concat([nonce, cipher.getAuthTag(), body]));
}

/** Reads what `encryptFile` wrote; throws when it was tampered with or the key is another. */
export function decryptFile(sealed: Uint8Array): Buffer {
  const decipher = createDecipheriv("aes-256-gcm", fileKey(), sealed.subarray(0, NONCE), { authTagLength: TAG });
  decipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()]);
}
