import path from "node:path";
import { Worker } from "node:worker_threads";
import type { FileKind, Sheet, SheetFile } from "./cell";
import { type SheetLimits, sheetLimits } from "./limits";
import type { Answer, Task } from "./reader/worker";
import { SheetError } from "./sheet-error";

/** One file at a time in this process: the memory of several hostile files must not add up. */
let lastRead: Promise<unknown> = Promise.resolve();

/**
 * Reads an uploaded XLSX, XLS or CSV file into plain cells, in a thread of its own with limits of memory and time.
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
  const read = lastRead.then(() => readInThread({ kind, bytes: new Uint8Array(bytes), limits }));
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

function readInThread(task: Task): Promise<SheetFile> {
  const { limits } = task;
  return new Promise((resolve, reject) => {
    // The path is hidden from the bundler: the thread is started from its source, with an empty environment.
    const file = path.join(/* turbopackIgnore: true */ process.cwd(), "lib/sheets/reader/worker.ts");
    const thread = new Worker(/* turbopackIgnore: true */ file, {
      workerData: task,
      transferList: [task.bytes.buffer],
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMiB, maxYoungGenerationSizeMb: 32 },
      execArgv: [],
      env: {},
      stdout: true,
      stderr: true,
    });
    const sheets: Sheet[] = [];
    const settle = (act: () => void) => {
      clearTimeout(timer);
      thread.removeAllListeners().terminate();
      act();
    };
    const refuse = (error: unknown) => settle(() => reject(error));
    const timer = setTimeout(() => refuse(new SheetError("TOO_COMPLEX", limits, "time")), limits.milliseconds);

    thread.on("message", (answer: Answer) => {
      if ("refused" in answer) return refuse(new SheetError(answer.refused, limits, answer.detail));
      if ("end" in answer) return settle(() => resolve({ sheets }));
      if ("sheets" in answer) sheets.push(...answer.sheets.map((sheet) => ({ ...sheet, rows: [] })));
      else sheets[answer.sheet]?.rows.push(...answer.rows);
      // The next part is asked for after other work had its turn.
      setImmediate(() => thread.postMessage("next"));
    });
    thread.on("error", (error: NodeJS.ErrnoException) => {
      refuse(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? new SheetError("TOO_COMPLEX", limits, error) : error);
    });
    thread.on("exit", () => refuse(new SheetError("TOO_COMPLEX", limits, "exit")));
    thread.postMessage("next");
  });
}
