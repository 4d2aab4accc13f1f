import "server-only";
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Busboy, type BusboyFileStream, type BusboyInstance } from "@fastify/busboy";
import { DomainError } from "@/lib/errors";
import { incomingPath, refuseFullDisk } from "@/lib/files/file-folder";
import { fileLimits, fileMegabytes } from "@/lib/files/limits";
import { log } from "@/lib/log";

/** A file on its way in, on this machine's disk, and the text fields that came along. */
export type Upload = { path: string; name: string; byteCount: number; fields: Map<string, string> };

const tooLarge = new DomainError("CONFLICT", `文件超过 ${fileMegabytes} MB，没有保存。请压缩或拆分后再上传。`);
const broken = new DomainError("CONFLICT", "文件没有传完整，没有保存。请检查网络后重新上传。");
const missing = new DomainError("CONFLICT", "请先选择要上传的文件。");

/**
 * Streams the one file of a plain form to the disk and hands it to `use`; afterwards nothing of it stays there.
 * Refuses a file over the limit before or while it comes, and one that did not come whole: the length of the body is
 * held against what was announced.
 */
export async function withUpload<T>(request: Request, use: (upload: Upload) => Promise<T>): Promise<T> {
  const announced = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!(announced <= fileLimits.fileBytes + fileLimits.formBytes)) throw tooLarge;
  const path = incomingPath();
  try {
    return await use(await receive(request, path, announced));
  } finally {
    await rm(path, { force: true });
  }
}

async function receive(request: Request, path: string, announced: number): Promise<Upload> {
  const type = request.headers.get("content-type") ?? "";
  if (!request.body || !type.startsWith("multipart/form-data")) throw missing;
  const form = openForm(type);
  const fields = new Map<string, string>();
  const streams: BusboyFileStream[] = [];
  const files: Promise<Written>[] = [];
  form.on("field", (name: string, value: string) => fields.set(name, value));
  form.on("file", (_field: string, stream: BusboyFileStream, name: string) => {
    streams.push(stream);
    const writing = writeFile(stream, path, name);
    // A parser whose file nobody reads any more would wait for ever.
    writing.catch((error: unknown) => form.destroy(error as Error));
    files.push(writing);
  });
  const body = counted(request.body);
  try {
    await pipeline(body.stream, form);
    const [file] = await Promise.all(files);
    if (body.byteCount() !== announced) throw broken;
    return { path, fields, ...checkFile(file) };
  } catch (error) {
    for (const stream of streams) stream.destroy();
    await Promise.allSettled(files);
    const translated = refuseFullDisk(error);
    if (translated instanceof DomainError) throw translated;
    log.info({ error }, "an upload did not come whole");
    throw broken;
  }
}

type Written = { name: string; byteCount: number; isCut: boolean };

function checkFile(file: Written | undefined): { name: string; byteCount: number } {
  if (!file || (file.byteCount === 0 && !file.name)) throw missing;
  if (file.isCut) throw tooLarge;
  if (file.byteCount === 0) throw new DomainError("CONFLICT", "文件是空的，没有保存。请重新选择。");
  return { name: file.name, byteCount: file.byteCount };
}

/** The body as a stream that knows how much of it came. */
function counted(source: ReadableStream<Uint8Array>) {
  let received = 0;
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      received += chunk.length;
      done(null, chunk);
    },
  });
  const incoming = Readable.fromWeb(source as Parameters<typeof Readable.fromWeb>[0]);
  incoming.on("error", (error) => counter.destroy(error));
  return { stream: incoming.pipe(counter), byteCount: () => received };
}

function openForm(type: string): BusboyInstance {
  try {
    return new Busboy({
      headers: { "content-type": type },
      limits: { files: 1, fields: 10, fieldSize: 1_000, fileSize: fileLimits.fileBytes, headerPairs: 50 },
    });
  } catch {
    throw broken;
  }
}

async function writeFile(stream: BusboyFileStream, path: string, name: string | undefined): Promise<Written> {
  const sink = createWriteStream(path, { flags: "wx", mode: 0o600 });
  await pipeline(stream, sink);
  return { name: name ?? "", byteCount: sink.bytesWritten, isCut: stream.truncated };
}
