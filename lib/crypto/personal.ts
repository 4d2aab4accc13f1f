import "server-only";
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from "node:crypto";

/** Keys by id, so that a later key can be added while older values still read. */
type Keys = { id: string; encrypt: KeyObject; hash: KeyObject };

let keys: Keys | undefined;

function dataKeys(): Keys {
  if (keys) return keys;
  const secret = Buffer.from(process.env.DATA_KEY ?? "", "base64");
  if (secret.length !== 32) throw new Error("DATA_KEY must be 32 bytes in base64");
  keys = {
    id: "k1",
    // Key objects are made once: raw bytes would be prepared anew for every value, at three times the cost.
    encrypt: createSecretKey(Buffer.from(hkdfSync("sha256", secret, "", "personal-data-encryption", 32))),
    hash: createSecretKey(Buffer.from(hkdfSync("sha256", secret, "", "personal-data-search", 32))),
  };
  return keys;
}

/** Encrypts an ID number or a phone (AES-256-GCM): `keyId.nonce.text.tag`, base64url. */
export function encryptPersonal(text: string): string {
  const { id, encrypt } = dataKeys();
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", encrypt, nonce);
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return [id, nonce.toString("base64url"), body.toString("base64url"), cipher.getAuthTag().toString("base64url")].join(
    ".",
  );
}

/** Reads what `encryptPersonal` wrote; throws when the value was tampered with or the key is another. */
export function decryptPersonal(sealed: string): string {
  const [id, nonce, body, tag] = sealed.split(".");
  const key = dataKeys();
  if (id !== key.id || !nonce || !tag || body === undefined) throw new Error("unknown encryption key or format");
  // Without the length a shortened tag, which is easy to guess, would pass.
  const decipher = createDecipheriv("aes-256-gcm", key.encrypt, Buffer.from(nonce, "base64url"), { authTagLength: 16 });
  decipher.setAuthTag(Buffer.from(tag, "base64url"));
  return Buffer.concat([decipher.update(Buffer.from(body, "base64url")), decipher.final()]).toString("utf8");
}

/** A keyed hash for equality search and comparison; `purpose` keeps hashes of different fields apart. */
export function searchHash(purpose: "idNumber" | "phone" | "phoneTail" | "form", text: string): string {
  return createHmac("sha256", dataKeys().hash).update(`${purpose}:${text}`).digest("base64url");
}
