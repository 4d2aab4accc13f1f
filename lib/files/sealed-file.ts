import "server-only";
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";
import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { keptPath } from "@/lib/files/file-folder";

/*
 * A sealed file: "PBF1", 32 random bytes, then frames of 64 KiB of text, each under AES-256-GCM with its 16-byte tag.
 * The key is the file's own (from the data key, the random bytes and the file's id); the nonce is the frame's number and
 * whether it is the last. So a frame can be given out once it is verified, and none can be changed, moved or left out.
 */
const mark = Buffer.from("PBF1");
const saltLength = 32;
const headLength = mark.length + saltLength;
const frameLength = 64 * 1024;
const tagLength = 16;

/** Encrypts a file of this machine as the kept file `id`. Gives length and hash of its text. */
export async function sealFile(id: string, from: string): Promise<{ byteCount: number; sha256: string }> {
  const target = keptPath(id);
  const part = `${target}.part`;
  const hash = createHash("sha256");
  let byteCount = 0;
  const source = await open(from, "r");
  try {
    const sink = await open(part, "wx", 0o600);
    try {
      const salt = randomBytes(saltLength);
      const key = keyOf(id, salt);
      await sink.writeFile(Buffer.concat([mark, salt]));
      for await (const { frame, index, isLast } of framesOf(source, frameLength, 0)) {
        hash.update(frame);
        byteCount += frame.length;
        const cipher = createCipheriv("aes-256-gcm", key, nonceOf(index, isLast));
        await sink.writeFile(Buffer.concat([cipher.update(frame), cipher.final(), cipher.getAuthTag()]));
      }
      await sink.sync();
    } finally {
      await sink.close();
    }
    await rename(part, target);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  } finally {
    await source.close();
  }
  return { byteCount, sha256: hash.digest("hex") };
}

/**
 * The text of a kept file, piece by piece. Throws at the first piece when the file is missing, damaged, another one's or
 * sealed with another key, and at the piece where it was changed or cut.
 */
export async function* openSealedFile(id: string): AsyncGenerator<Buffer> {
  const source = await open(keptPath(id), "r");
  try {
    const head = Buffer.alloc(headLength);
    const { bytesRead } = await source.read(head, 0, headLength, 0);
    if (bytesRead !== headLength || !head.subarray(0, mark.length).equals(mark)) throw new Error("no sealed file");
    const key = keyOf(id, head.subarray(mark.length));
    for await (const { frame, index, isLast } of framesOf(source, frameLength + tagLength, headLength)) {
      if (frame.length < tagLength) throw new Error("a sealed file was cut");
      const decipher = createDecipheriv("aes-256-gcm", key, nonceOf(index, isLast), { authTagLength: tagLength });
      decipher.setAuthTag(frame.subarray(-tagLength));
      yield Buffer.concat([decipher.update(frame.subarray(0, -tagLength)), decipher.final()]);
    }
  } finally {
    await source.close();
  }
}

/** Removes a kept file; one that is gone already is no matter. */
export async function removeSealedFile(id: string): Promise<void> {
  await rm(keptPath(id), { force: true });
}

function keyOf(id: string, salt: Buffer): Buffer {
  const secret = Buffer.from(process.env.DATA_KEY ?? "", "base64");
  if (secret.length !== 32) throw new Error("DATA_KEY must be 32 bytes in base64");
  return Buffer.from(hkdfSync("sha256", secret, salt, `kept-file:${id.toLowerCase()}`, 32));
}

function nonceOf(index: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(index, 7);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

/** The file from `start` in frames of one length; the last one may be shorter, and an empty file has one empty frame. */
async function* framesOf(file: FileHandle, length: number, start: number) {
  const { size } = await file.stat();
  const count = Math.max(1, Math.ceil((size - start) / length));
  for (let index = 0; index < count; index++) {
    const position = start + index * length;
    const frame = Buffer.alloc(Math.max(0, Math.min(length, size - position)));
    let filled = 0;
    while (filled < frame.length) {
      const { bytesRead } = await file.read(frame, filled, frame.length - filled, position + filled);
      if (bytesRead === 0) throw new Error("a file became shorter while it was read");
      filled += bytesRead;
    }
    yield { frame, index, isLast: index === count - 1 };
  }
}
