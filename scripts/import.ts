// `npm run import -- enterprises <文件> --committee <代码> [--park <园区>] [--confirm] [--json]`, and `members` likewise:
// the import centre's twin for operators and tests. Without --confirm it only judges and writes nothing.
import { readFile, stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Actor } from "@/lib/auth/actor";
import { DomainError, OperatorError } from "@/lib/errors";
import type { FileToJudge } from "@/lib/imports/queries/judge-file";
import type { Judgement } from "@/lib/imports/rules/judgement";
import { sheetLimits } from "@/lib/sheets/limits";
import { SheetError } from "@/lib/sheets/sheet-error";
import { runCommand } from "@/scripts/command";
import { withDatabase } from "@/scripts/database";

const usage =
  "用法：npm run import -- enterprises <文件> --committee <党委代码> [--park <园区名称>] [--confirm] [--json]\n" +
  "　　　npm run import -- members <文件> --committee <党委代码> [--confirm] [--json]\n" +
  "不加 --confirm 只核对，不写入。";

const string = { type: "string" } as const;
const flag = { type: "boolean" } as const;

const kinds = { enterprises: "ENTERPRISES", members: "MEMBERS" } as const;

type Wish = { kind: keyof typeof kinds; file: string; committee: string; park: string | null; isConfirmed: boolean };

await runCommand(async () => {
  const { isJson, ...wish } = wishOf(process.argv.slice(2));
  // With --json the figures are all that stands on standard output.
  if (isJson) console.log = console.error;
  const bytes = await bytesOf(wish.file);
  const { judgement, refusedLater } = await withDatabase(() => inPlainWords(() => runImport(wish, bytes)));
  if (isJson) process.stdout.write(`${JSON.stringify(judgement.figures)}\n`);
  else {
    const { describeJudgement } = await import("@/scripts/importing/describe");
    console.log(describeJudgement(judgement, { ...wish, refusedLater }));
  }
});

function wishOf(args: string[]): Wish & { isJson: boolean } {
  const options = { committee: string, park: string, confirm: flag, json: flag } as const;
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [kind = "", file, ...rest] = positionals;
    if (!Object.hasOwn(kinds, kind) || !file || rest.length > 0 || !values.committee) throw new OperatorError(usage);
    return {
      kind: kind as Wish["kind"],
      file,
      committee: values.committee,
      park: values.park ?? null,
      isConfirmed: values.confirm ?? false,
      isJson: values.json ?? false,
    };
  } catch (error) {
    if (error instanceof OperatorError) throw error;
    throw new OperatorError(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
}

/** From the folder the person typed the command in. */
async function bytesOf(file: string): Promise<Buffer> {
  const path = resolve(process.env.INIT_CWD ?? process.cwd(), file);
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new OperatorError(`找不到文件 ${path}。`);
  if (found.size > sheetLimits.fileBytes) throw new OperatorError(new SheetError("TOO_BIG", sheetLimits).message);
  return readFile(path);
}

/** A refusal is for the operator to act on, and no bug. */
async function inPlainWords<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw error instanceof DomainError ? new OperatorError(error.message) : error;
  }
}

async function runImport(wish: Wish, bytes: Buffer): Promise<{ judgement: Judgement; refusedLater: number }> {
  const { operatorOf } = await import("@/lib/auth/operator");
  const { judgeFile } = await import("@/lib/imports/queries/judge-file");
  const { committeeId, parkId } = await targetOf(wish);
  const actor = operatorOf([committeeId]);
  const file = { kind: kinds[wish.kind], committeeId, parkId, fileName: basename(wish.file), bytes };
  const judgement = await judgeFile(actor, file);
  const isNews = judgement.rows.some(({ outcome }) => outcome === "NEW" || outcome === "CHANGED");
  const refusedLater = wish.isConfirmed && isNews ? await write(actor, file, judgement) : 0;
  return { judgement, refusedLater };
}

/** Keeps, confirms and writes; gives how many rows the register refused in the end. */
async function write(actor: Actor, file: FileToJudge, judgement: Judgement): Promise<number> {
  const { keepImport } = await import("@/lib/imports/commands/judge-import");
  const { confirmImport } = await import("@/lib/imports/commands/confirm-import");
  const { writeImport } = await import("@/lib/imports/commands/write-import");
  const { db } = await import("@/lib/db/client");
  const { id } = await keepImport(actor, file, judgement);
  await confirmImport(actor, { id });
  await writeImport(actor, id);
  const refused = await db.importRow.count({ where: { batchId: id, outcome: "REFUSED" } });
  return refused - judgement.rows.filter(({ outcome }) => outcome === "REFUSED").length;
}

/** The committee of a code and the park of a name. Refuses with the ones there are. */
async function targetOf({ committee: code, park: name }: Wish) {
  const { db } = await import("@/lib/db/client");
  const { normaliseName } = await import("@/lib/identifiers/name");
  const committee = await db.committee.findUnique({ where: { code }, select: { id: true, closedOn: true } });
  if (!committee || committee.closedOn) {
    const codes = await db.committee.findMany({ where: { closedOn: null }, select: { code: true }, take: 50 });
    throw new OperatorError(
      `没有代码为“${code}”的党委。现有：${codes.map((each) => each.code).join("、") || "（无）"}。`,
    );
  }
  if (name === null) return { committeeId: committee.id, parkId: null };
  const parks = await db.park.findMany({
    where: { committeeId: committee.id, closedOn: null },
    orderBy: { nameSort: "asc" },
    select: { id: true, name: true },
  });
  const park = parks.find((each) => normaliseName(each.name) === normaliseName(name));
  if (park) return { committeeId: committee.id, parkId: park.id };
  const names = parks.map((each) => each.name).join("、");
  throw new OperatorError(`该党委没有登记园区“${name}”。现有：${names || "（无）"}。请核对名称，或先登记园区。`);
}
