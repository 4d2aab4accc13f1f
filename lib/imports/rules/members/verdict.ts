import type { ImportOutcome, MemberStage } from "@/generated/prisma/enums";
import { memberFieldLabels } from "@/lib/imports/labels";
import { type Change, changesBetween, isSame } from "@/lib/imports/rules/changes";
import type { MemberEntry } from "@/lib/imports/rules/members/entry";
import { findBranch, findEmployer, type KnownMember, type MemberRegister } from "@/lib/imports/rules/members/register";
import type { MemberField, MemberValues } from "@/lib/imports/rules/members/values";
import { memberStageLabels } from "@/lib/members/labels";

export type MemberVerdict = {
  line: number;
  outcome: ImportOutcome;
  /** Why the row was refused; what was corrected, left empty or should be looked at. Chinese; never holds an ID number. */
  reasons: string[];
  notes: string[];
  /** What to write; null for a refused row. A new member always has a stage. */
  values: MemberValues | null;
  changes: Change<MemberField>[];
  knownId: string | null;
  /** For a duplicate: the line that counts. */
  firstLine: number | null;
  /** What the file itself says, for the figures. */
  said: { stage: MemberStage; isEmployerKnown: boolean };
};

/** In the order shown. The employer and the branch are compared as records, not as text. */
const FIELDS: readonly MemberField[] = [
  "name",
  "gender",
  "birthOn",
  "ethnicity",
  "education",
  "joinedOn",
  "becameFullOn",
  "stage",
  "employerId",
  "post",
  "phone",
  "branchId",
  "isMobile",
];
const HAS_LEFT = "该党员在登记中已离开本党委，导入不会恢复，也不会修改；如已重新转入，请先在党员页面恢复登记";
const STAGE_ORDER: readonly MemberStage[] = ["APPLICANT", "ACTIVIST", "CANDIDATE", "PROBATIONARY", "FULL"];

/**
 * Judges the rows of a member roster against each other and against the register. Nothing is written. The ID number says
 * who is who; the first row of a person counts. An unknown employer or branch is noted, the member taken without it.
 * A full member without a day of becoming full keeps that day empty: it is never derived.
 */
export function judgeMembers(entries: readonly MemberEntry[], register: MemberRegister): MemberVerdict[] {
  const first = new Map<string, MemberEntry>();
  return entries.map((entry) => {
    if (entry.reasons.length > 0) return { ...verdictOn(entry), outcome: "REFUSED", reasons: entry.reasons };
    const known = register.byIdNumber.get(entry.values.idNumber) ?? null;
    const earlier = first.get(entry.values.idNumber);
    if (earlier) return duplicate(entry, earlier, known);
    first.set(entry.values.idNumber, entry);
    return accepted(entry, known, register);
  });
}

function accepted(entry: MemberEntry, known: KnownMember | null, register: MemberRegister): MemberVerdict {
  const notes = [...entry.notes];
  const { employer, note: onEmployer, post } = findEmployer(entry.values.employerName, entry.employerCode, register);
  const { branch, note: onBranch } = findBranch(entry.values.branchName, register);
  const isEmployerKnown = employer !== null || (entry.values.employerName === null && known?.values.employerId != null);
  if (onEmployer && !(isEmployerKnown && employer === null)) notes.push(onEmployer);
  if (onBranch) notes.push(onBranch);
  const values: MemberValues = {
    ...entry.values,
    employerId: employer?.id ?? null,
    employerName: employer?.name ?? entry.values.employerName,
    post: entry.values.post ?? post ?? null,
    branchId: branch?.id ?? null,
    branchName: branch?.name ?? entry.values.branchName,
  };
  const said = { stage: values.stage ?? known?.values.stage ?? entry.stageByDates, isEmployerKnown };
  if (!known) {
    if (values.stage === null) notes.push(`没有人员类别，按${memberStageLabels[entry.stageByDates]}登记，请核对`);
    const whole = { ...values, stage: values.stage ?? entry.stageByDates, isMobile: values.isMobile ?? false };
    return { ...verdictOn(entry), outcome: "NEW", notes, values: whole, said };
  }
  const changes = changesTo(known, values);
  if (known.hasLeft && changes.length > 0) return { ...verdictOn(entry), outcome: "REFUSED", reasons: [HAS_LEFT] };
  notes.push(...notesOn(known, values, changes));
  return {
    ...verdictOn(entry),
    outcome: changes.length > 0 ? "CHANGED" : "UNCHANGED",
    notes,
    values,
    changes,
    knownId: known.id,
    said,
  };
}

function duplicate(entry: MemberEntry, earlier: MemberEntry, known: KnownMember | null): MemberVerdict {
  const named = isSame(entry.values.name, earlier.values.name) ? "" : "；两行姓名不同，请核对";
  const fields: MemberField[] = ["joinedOn", "becameFullOn", "stage", "employerName", "post", "phone", "branchName"];
  const differing = changesBetween(earlier.values, entry.values, fields)
    .filter((change) => change.old !== null)
    .map((change) => memberFieldLabels[change.field]);
  const difference = differing.length > 0 ? `；${differing.join("、")}不同，以第 ${earlier.line} 行为准` : "";
  return {
    ...verdictOn(entry),
    outcome: "DUPLICATE",
    notes: [`与第 ${earlier.line} 行身份证号相同${difference}${named}`, ...entry.notes],
    values: entry.values,
    knownId: known?.id ?? null,
    firstLine: earlier.line,
  };
}

function verdictOn({ line, values, stageByDates }: MemberEntry): MemberVerdict {
  return {
    line,
    outcome: "REFUSED",
    reasons: [],
    notes: [],
    values: null,
    changes: [],
    knownId: null,
    firstLine: null,
    said: { stage: values.stage ?? stageByDates, isEmployerKnown: false },
  };
}

/** A post is held at an employer: without one, known or named, there is nothing it could be kept with. */
function changesTo(known: KnownMember, values: MemberValues): Change<MemberField>[] {
  const hasEmployer = values.employerId !== null || known.values.employerId !== null;
  return changesBetween<MemberValues>(known.values, values, FIELDS)
    .filter(({ field }) => field !== "post" || hasEmployer)
    .map((change) => {
      if (change.field === "employerId") return { ...change, old: known.values.employerName, new: values.employerName };
      if (change.field === "branchId") return { ...change, old: known.values.branchName, new: values.branchName };
      return change;
    });
}

function notesOn(known: KnownMember, values: MemberValues, changes: readonly Change<MemberField>[]): string[] {
  const notes: string[] = [];
  if (known.hasLeft) notes.push("该党员在登记中已离开本党委，导入不会恢复");
  if (changes.some(({ field }) => field === "name")) notes.push("姓名与登记不同而身份证号相同，请核对");
  const { stage } = values;
  if (stage && STAGE_ORDER.indexOf(stage) < STAGE_ORDER.indexOf(known.values.stage))
    notes.push("人员类别比登记的靠前，请核对文件是否较旧");
  return notes;
}
