import type { FileKind } from "../cell.ts";
import type { SheetLimits } from "../limits.ts";
import type { SheetRefusal } from "../sheet-error.ts";
import { readCsv } from "./csv.ts";
import { Refused } from "./refuse.ts";
import type { Portion } from "./rows.ts";

export type Task = { kind: FileKind; bytes: Uint8Array; limits: SheetLimits };
export type Answer = Portion | { refused: SheetRefusal; detail: string } | { end: true };

// One process reads one file: the first message is the task, each "next" asks for one answer, the parent ends it.
// It runs as Node runs it, outside any bundle, which is why relative imports here carry their extension.
let answers: AsyncGenerator<Answer> | undefined;

process.on("message", async (message: Task | "next") => {
  if (message !== "next") answers = answer(message);
  const next = await answers?.next();
  process.send?.(next?.value ?? { end: true });
});
process.on("disconnect", () => process.exit());

async function* answer(task: Task): AsyncGenerator<Answer> {
  try {
    yield* await read(task);
  } catch (error) {
    yield { refused: error instanceof Refused ? error.code : "DAMAGED", detail: String(error) };
  }
}

/** Only the parser that is needed is loaded: the process lives for one file. */
async function read({ kind, bytes, limits }: Task): Promise<AsyncGenerator<Portion> | Generator<Portion>> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (kind === "csv") return readCsv(file, limits);
  if (kind === "xlsx") return (await import("./workbook.ts")).readWorkbook(file, limits);
  return (await import("./legacy.ts")).readLegacyWorkbook(file, limits);
}
