import "server-only";
import { enterprisesNamedIn, parksOf } from "@/lib/imports/queries/enterprise-register";
import { readEnterprises } from "@/lib/imports/rules/enterprises/entry";
import { summariseEnterprises } from "@/lib/imports/rules/enterprises/figures";
import { type PlacedEntry, settlePlaces } from "@/lib/imports/rules/enterprises/places";
import { enterpriseRegister } from "@/lib/imports/rules/enterprises/subjects";
import type { EnterpriseField } from "@/lib/imports/rules/enterprises/values";
import { type EnterpriseVerdict, judgeEnterprises } from "@/lib/imports/rules/enterprises/verdict";
import type { EnterpriseToWrite, JudgedRow, JudgedRows, RowsToJudge } from "@/lib/imports/rules/judgement";
import { columnOf } from "@/lib/imports/rules/table/find-table";

/** Judges the rows of an enterprise list against the committee's register. */
export async function judgeEnterpriseRows(given: RowsToJudge): Promise<JudgedRows> {
  const { data, columns, committeeId } = given;
  const entries = settlePlaces(readEnterprises(data, columns, given), await parksOf(committeeId));
  const { known, versions } = await enterprisesNamedIn(entries, given);
  const verdicts = judgeEnterprises(entries, enterpriseRegister(known));
  const codes = new Map(known.map(({ id, values }) => [id, values.creditCode]));
  const rows = verdicts.map((verdict, index): JudgedRow => {
    const entry = entries[index] as PlacedEntry;
    const { outcome, line, reasons, changes, knownId } = verdict;
    return {
      line,
      outcome,
      title: entry.values.name,
      subtitle: verdict.values?.creditCode ?? null,
      cells: data[index]?.cells ?? [],
      enterprise: toWrite(verdict, entry),
      member: null,
      changes,
      reasons,
      notes: [...notesOnCode(verdict, codes), ...notesOnClosing(verdict)],
      subjectId: knownId,
      subjectVersion: knownId === null ? null : (versions.get(knownId) ?? null),
    };
  });
  return { rows, figures: summariseEnterprises(verdicts), notices: noticesOn(given) };
}

function toWrite({ outcome, values }: EnterpriseVerdict, entry: PlacedEntry): EnterpriseToWrite | null {
  if (values === null || (outcome !== "NEW" && outcome !== "CHANGED")) return null;
  const fields = Object.keys(values) as EnterpriseField[];
  const assumed = fields.filter((field) => values[field] !== null && entry.values[field] === null);
  // A code taken from a later row of the file was said by the file.
  return { values, assumed: assumed.filter((field) => field !== "creditCode"), place: entry.place };
}

/** A code that only the file lacks is none to be added. */
function notesOnCode({ knownId, notes }: EnterpriseVerdict, codes: ReadonlyMap<string, string | null>): string[] {
  const code = knownId === null ? null : codes.get(knownId);
  return code ? notes.map((note) => (note === "信用代码待补" ? `文件没有信用代码，登记中是 ${code}` : note)) : notes;
}

function notesOnClosing({ outcome, values, changes }: EnterpriseVerdict): string[] {
  const isClosed = values !== null && values.registration !== null && values.registration !== "ACTIVE";
  const isNews = outcome === "NEW" || changes.some(({ field, old }) => field === "registration" && old === "ACTIVE");
  return isClosed && isNews ? ["文件没有注销日期，按写入当日登记"] : [];
}

/** What holds for the whole file: without a park there is no place to be settled in. */
function noticesOn({ columns, parkName }: RowsToJudge): string[] {
  if (parkName !== null || columnOf(columns, "parkName")) return [];
  const lost = (["isSettled", "buildingName"] as const).flatMap((field) => columnOf(columns, field)?.header ?? []);
  if (lost.length === 0) return ["没有选择园区，文件里也没有园区列：新企业不登记所在园区。"];
  const names = lost.map((name) => `“${name}”`).join("、");
  return [`没有选择园区，文件里也没有园区列：新企业不登记所在园区，${names}不写入。如需登记，请选择园区后重新上传。`];
}
