import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";
import type { FileKind, SheetFile } from "./cell";
import { type SheetLimits, sheetLimits } from "./limits";
import type { Answer, Task } from "./reader/main";
import { SheetError } from "./sheet-error";

/** One file at a time: the memory of several hostile files must not add up. */
let lastRead: Promise<unknown> = Promise.resolve();

/**
 * Reads an uploaded XLSX, XLS or CSV file into plain cells, in a process of its own with limits of memory and time.
 * Formulas give their last value, macros and pictures are ignored.
 * Refuses with a SheetError: anything that is not a table, is locked, damaged or hostile, or exceeds the limits.
 */
export async function readSheets(
  { fileName, bytes }: { fileName: string; bytes: Buffer },
  limits: SheetLimits = sheetLimits,
): Promise<SheetFile> {
  if (bytes.length === 0) throw new SheetError("EMPTY", limits);
  if (bytes.length > limits.fileBytes) throw new SheetError("TOO_BIG", limits);
  const kind = kindOf(fileName, bytes, limits);
  const read = lastRead.then(() => readInProcess({ kind, bytes, limits }));
  lastRead = read.catch(() => undefined);
  return read;
}

/** The name must promise a table and the first bytes must keep the promise; between XLSX and XLS the bytes decide. */
function kindOf(fileName: string, bytes: Buffer, limits: SheetLimits): FileKind {
  const extension = path.extname(fileName).toLowerCase();
  const isText = [".csv", ".txt", ".tsv"].includes(extension);
  if (!isText && ![".xlsx", ".xlsm", ".xls", ".et"].includes(extension)) throw new SheetError("NOT_A_SHEET", limits);
  const magic = bytes.subarray(0, 4).toString("hex");
  if (magic === "504b0304") return "xlsx";
  if (magic === "d0cf11e0") return "xls";
  if (isText) return "csv";
  const isMarkup = /^(\ufeff)?\s*(<|MIME-Version:)/i.test(bytes.subarray(0, 512).toString());
  throw new SheetError(isMarkup ? "WEB_PAGE" : "NOT_A_SHEET", limits);
}

function readInProcess(task: Task): Promise<SheetFile> {
  const { limits } = task;
  const reader = startReader(limits);
  const file: SheetFile = { sheets: [] };
  return new Promise<SheetFile>((resolve, reject) => {
    const refuse = (code: SheetError["code"], cause: unknown) => reject(new SheetError(code, limits, cause));
    const timer = setTimeout(() => refuse("TOO_COMPLEX", "time"), limits.milliseconds);
    reader.on("exit", (status, signal) => {
      clearTimeout(timer);
      // Node ends itself with 134 or SIGABRT when the heap is full.
      if (status === 134 || signal) refuse("TOO_COMPLEX", `${status ?? signal}`);
      else reject(new Error(`The sheet reader ended with status ${status}`));
    });
    reader.on("error", reject);
    reader.on("message", (answer: Answer) => {
      if ("refused" in answer) return refuse(answer.refused, answer.detail);
      if ("end" in answer) return resolve(file);
      takeIn(answer, file);
      // The next portion is asked for after other work had its turn.
      setImmediate(() => reader.connected && reader.send("next"));
    });
    reader.send(task);
  }).finally(() => reader.kill("SIGKILL"));
}

/**
 * A process rather than a thread: the heap limit of a thread is overruled by the one given to the server, and V8
 * ends the whole server when a single allocation in a thread goes too far. It gets no secrets, writes nothing, starts nothing.
 */
function startReader({ heapMiB }: SheetLimits): ChildProcess {
  const file = path.join(/* turbopackIgnore: true */ process.cwd(), "lib/sheets/reader/main.ts");
  return fork(/* turbopackIgnore: true */ file, {
    execArgv: [`--max-old-space-size=${heapMiB}`, "--max-semi-space-size=8", "--permission", "--allow-fs-read=*"],
    env: { NODE_ENV: process.env.NODE_ENV },
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
}

function takeIn(portion: Exclude<Answer, { refused: string } | { end: true }>, { sheets }: SheetFile): void {
  if ("sheets" in portion) {
    sheets.push(...portion.sheets.map((sheet) => ({ ...sheet, rows: [] })));
    return;
  }
  const rows = sheets[portion.sheet]?.rows;
  while (rows && rows.length < portion.from) rows.push([]);
  rows?.push(...portion.rows);
}
