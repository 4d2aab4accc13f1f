import "server-only";
import { memberRegisterFor } from "@/lib/imports/queries/member-register";
import type { JudgedRow, JudgedRows, RowsToJudge } from "@/lib/imports/rules/judgement";
import { readMembers } from "@/lib/imports/rules/members/entry";
import { summariseMembers } from "@/lib/imports/rules/members/figures";
import { judgeMembers } from "@/lib/imports/rules/members/verdict";

/** Judges the rows of a member roster against the committee's register. */
export async function judgeMemberRows(given: RowsToJudge): Promise<JudgedRows> {
  const { data, columns, day } = given;
  const entries = readMembers(data, columns, { day });
  const { register, versions } = await memberRegisterFor(entries, given);
  const verdicts = judgeMembers(entries, register);
  const rows = verdicts.map((verdict, index): JudgedRow => {
    const { outcome, line, reasons, notes, changes, knownId, values } = verdict;
    return {
      line,
      outcome,
      title: entries[index]?.values.name ?? "",
      subtitle: values?.employerName ?? null,
      cells: data[index]?.cells ?? [],
      enterprise: null,
      member: outcome === "NEW" || outcome === "CHANGED" ? values : null,
      changes,
      reasons,
      notes,
      subjectId: knownId,
      subjectVersion: knownId === null ? null : (versions.get(knownId) ?? null),
    };
  });
  return { rows, figures: summariseMembers(verdicts), notices: [] };
}
