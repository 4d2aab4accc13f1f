import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, totalmem } from "node:os";
import type { Speed } from "@/scripts/bench/measure/load";
import type { PageResult } from "@/scripts/bench/measure/pages";

export type Measured = {
  coldStart: number;
  pages: PageResult[];
  saving: Speed;
  logIn: Speed;
  exporting: { seconds: number; mebibytes: number; slowestOther: number };
  importing: { judged: number; written: number };
  highestMemory: number;
};

const path = "docs/benchmarks.md";
const titles = {
  district: "District: 1,200 enterprises, 60 branches, 1,500 members",
  city: "City: 100,000 enterprises, 5,000 branches, 120,000 members in 40 committees",
};

/** Writes this size's part of the report; the other size's part and the remarks below them stay as they are. */
export async function writeReport(size: keyof typeof titles, measured: Measured): Promise<void> {
  const part = describe(size, measured);
  console.log(part);
  mkdirSync("docs", { recursive: true });
  const report = existsSync(path) ? readFileSync(path, "utf8") : emptyReport;
  const marks = [`<!-- ${size} -->`, `<!-- /${size} -->`] as const;
  const [before, rest] = [report.split(marks[0])[0] ?? "", report.split(marks[1])[1] ?? ""];
  writeFileSync(path, `${before}${marks[0]}\n${part}\n${marks[1]}${rest}`);
}

const emptyReport = `# Benchmarks

Made by \`npm run bench -- --size district\` and \`npm run bench -- --size city\`: production server, database and load on one
machine, ten connections. The floor is a bare dynamic page of this app with a table of fifty rows and eight columns, no
session and no database; it is measured before and after every page, and a page's ratio is taken to the mean of the two.

<!-- district -->
<!-- /district -->

<!-- city -->
<!-- /city -->
`;

function describe(size: keyof typeof titles, measured: Measured): string {
  const { pages, saving, logIn, exporting, importing } = measured;
  const row = (cells: (string | number)[]) => `| ${cells.join(" | ")} |`;
  const ms = (value: number) => value.toFixed(0);
  return [
    `## ${titles[size]}`,
    "",
    `${new Date().toISOString().slice(0, 10)}, commit ${commit()}, ${availableParallelism()} cores of ${cpus()[0]?.model ?? "an unknown processor"}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.version}.`,
    "",
    row([
      "page, for staff of one district",
      "requests/s",
      "p50 ms",
      "p95 ms",
      "p99 ms",
      "floor/s",
      "of the floor",
      "script kB beyond the floor",
    ]),
    row(["---", "--:", "--:", "--:", "--:", "--:", "--:", "--:"]),
    ...pages.map((page) =>
      row([
        page.name,
        ...[page.perSecond, page.p50, page.p95, page.p99, page.floorPerSecond].map(ms),
        page.ratio.toFixed(2),
        page.scriptKiB.toFixed(1),
      ]),
    ),
    "",
    row(["other", "measured", "to reach"]),
    row(["---", "---", "---"]),
    row([
      "saving an enterprise, ten people at once",
      `${ms(saving.perSecond)}/s, p50 ${ms(saving.p50)} ms, p95 ${ms(saving.p95)} ms`,
      "p95 ≤ 50 ms",
    ]),
    row([
      "logging in, one after another",
      `${ms(logIn.perSecond)}/s, p50 ${ms(logIn.p50)} ms, p95 ${ms(logIn.p95)} ms`,
      "—",
    ]),
    row([
      "all members as Excel",
      `${exporting.seconds.toFixed(2)} s, ${exporting.mebibytes.toFixed(1)} MiB; slowest list page meanwhile ${ms(exporting.slowestOther)} ms`,
      "≤ 3 s for 100,000",
    ]),
    row([
      "10,000 enterprises imported",
      `judged in ${importing.judged.toFixed(2)} s, written in ${importing.written.toFixed(2)} s`,
      "≤ 3 s together",
    ]),
    row(["highest resident memory of the server", `${ms(measured.highestMemory)} MiB`, "≤ 500 MiB"]),
    row(["cold start of the server, until it answers", `${measured.coldStart.toFixed(2)} s`, "—"]),
  ].join("\n");
}

function commit(): string {
  return execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
}
