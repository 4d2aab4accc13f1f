import { parentPort, workerData } from "node:worker_threads";
import type { Cell, FileKind, Sheet } from "../cell.ts";
import type { SheetLimits } from "../limits.ts";
import type { SheetRefusal } from "../sheet-error.ts";
import { cleanArchive } from "./archive.ts";
import { readCsv } from "./csv.ts";
import { Refused } from "./refuse.ts";
import { checkContainer, readWorkbook } from "./workbook.ts";

export type Task = { kind: FileKind; bytes: Uint8Array<ArrayBuffer>; limits: SheetLimits };
export type Answer =
  | { refused: SheetRefusal; detail: string }
  | { sheets: { name: string; hidden: boolean }[] }
  | { sheet: number; rows: Cell[][] }
  | { end: true };

const cellsPerAnswer = 10_000;

// One thread reads one file. It runs as Node runs it, outside any bundle: relative imports carry their extension.
const answers = answer(workerData as Task);
parentPort?.on("message", async () => {
  const { value } = await answers.next();
  parentPort?.postMessage(value ?? { end: true });
});

/** The file in small answers, each given when asked for, so that taking them over never blocks the server for long. */
async function* answer(task: Task): AsyncGenerator<Answer> {
  let sheets: Sheet[];
  try {
    sheets = await read(task);
  } catch (error) {
    const refused = error instanceof Refused ? error.code : "DAMAGED";
    yield { refused, detail: String(error) };
    return;
  }
  yield { sheets: sheets.map(({ name, hidden }) => ({ name, hidden })) };
  for (const [sheet, { rows }] of sheets.entries()) {
    for (let next = 0; next < rows.length; ) {
      const from = next;
      for (let cells = 0; next < rows.length && cells < cellsPerAnswer; next++) cells += (rows[next]?.length ?? 0) + 1;
      yield { sheet, rows: rows.slice(from, next) };
    }
  }
}

async function read({ kind, bytes, limits }: Task): Promise<Sheet[]> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (kind === "csv") return readCsv(file, limits);
  if (kind === "xlsx") return readWorkbook(await cleanArchive(file, limits), limits);
  await checkContainer(file);
  return readWorkbook(file, limits);
}
