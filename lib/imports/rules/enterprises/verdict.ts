import type { ImportOutcome } from "@/generated/prisma/enums";
import { enterpriseFieldLabels } from "@/lib/imports/labels";
import { type Change, changesBetween } from "@/lib/imports/rules/changes";
import type { EnterpriseEntry } from "@/lib/imports/rules/enterprises/entry";
import {
  type EnterpriseRegister,
  type KnownEnterprise,
  type Subject,
  subjectFinder,
} from "@/lib/imports/rules/enterprises/subjects";
import type { EnterpriseField, EnterpriseValues } from "@/lib/imports/rules/enterprises/values";

export type EnterpriseVerdict = {
  line: number;
  outcome: ImportOutcome;
  /** Why the row was refused; what was corrected, left empty or should be looked at. Chinese, for the person. */
  reasons: string[];
  notes: string[];
  /** What to write; null for a refused row. For a new enterprise, what a list leaves out has its ordinary value. */
  values: EnterpriseValues | null;
  changes: Change<EnterpriseField>[];
  /** The enterprise in the register, where there is one. */
  knownId: string | null;
  /** For a duplicate: the line that counts. */
  firstLine: number | null;
  /** What the file itself says of the subject, for the figures. */
  said: { isActive: boolean; isSettled: boolean; declaredMemberCount: number; code: "GIVEN" | "CORRECTED" | "PENDING" };
};

const FIELDS = Object.keys(enterpriseFieldLabels) as EnterpriseField[];

/**
 * Judges the rows of an enterprise list against each other and against the register. Nothing is written.
 * The first row of a subject counts, later ones are duplicates; a code that only a later row has is taken from there.
 */
export function judgeEnterprises(
  entries: readonly EnterpriseEntry[],
  register: EnterpriseRegister,
): EnterpriseVerdict[] {
  const find = subjectFinder(entries, register);
  const found = entries.map((entry) => (entry.reasons.length > 0 ? null : find(entry)));
  const coded = new Map<string, EnterpriseEntry>();
  entries.forEach((entry, index) => {
    const subject = found[index];
    if (!subject || "refusal" in subject || entry.values.creditCode === null || coded.has(subject.key)) return;
    coded.set(subject.key, entry);
  });
  const first = new Map<string, EnterpriseEntry>();

  return entries.map((entry, index) => {
    const subject = found[index];
    if (!subject) return refused(entry, entry.reasons);
    if ("refusal" in subject) return refused(entry, [subject.refusal]);
    const earlier = first.get(subject.key);
    if (earlier) return duplicate(entry, earlier, subject);
    first.set(subject.key, entry);
    return accepted(entry, subject, coded.get(subject.key) ?? null);
  });
}

function accepted(entry: EnterpriseEntry, subject: Subject, coded: EnterpriseEntry | null): EnterpriseVerdict {
  const { known } = subject;
  const values = { ...entry.values, creditCode: coded?.values.creditCode ?? null };
  const notes = subject.note ? [...entry.notes, subject.note] : [...entry.notes];
  if (coded && coded !== entry) notes.push(`信用代码取自第 ${coded.line} 行`);
  if (!known) {
    const { category, registration, isSettled } = values;
    const whole = {
      ...values,
      category: category ?? "OTHER",
      registration: registration ?? "ACTIVE",
      isSettled: isSettled ?? false,
    };
    return { ...verdictOn(entry, coded), outcome: "NEW", notes, values: whole } as const;
  }
  if (entry.nameKey !== known.nameKey && known.formerNameKeys.includes(entry.nameKey)) {
    notes.push(`文件中是曾用名，企业名称仍为“${known.values.name}”`);
    values.name = known.values.name;
  }
  const changes = changesTo(known, values);
  notes.push(...notesOnChanges(changes));
  const outcome = changes.length > 0 ? "CHANGED" : "UNCHANGED";
  return { ...verdictOn(entry, coded), outcome, notes, values, changes, knownId: known.id };
}

function duplicate(entry: EnterpriseEntry, earlier: EnterpriseEntry, { known }: Subject): EnterpriseVerdict {
  const differing = changesBetween(earlier.values, entry.values, FIELDS)
    .filter((change) => change.old !== null)
    .map((change) => enterpriseFieldLabels[change.field]);
  const difference = differing.length > 0 ? `；${differing.join("、")}不同，以第 ${earlier.line} 行为准` : "";
  const note = `与第 ${earlier.line} 行是同一企业${difference}`;
  return {
    ...verdictOn(entry, entry),
    outcome: "DUPLICATE",
    notes: [note, ...entry.notes],
    values: entry.values,
    knownId: known?.id ?? null,
    firstLine: earlier.line,
  };
}

function refused(entry: EnterpriseEntry, reasons: string[]): EnterpriseVerdict {
  return { ...verdictOn(entry, entry), outcome: "REFUSED", reasons };
}

function verdictOn({ line, values }: EnterpriseEntry, coded: EnterpriseEntry | null): EnterpriseVerdict {
  const kind = coded?.code.kind;
  return {
    line,
    outcome: "REFUSED",
    reasons: [],
    notes: [],
    values: null,
    changes: [],
    knownId: null,
    firstLine: null,
    said: {
      isActive: values.registration === null || values.registration === "ACTIVE",
      isSettled: values.isSettled === true,
      declaredMemberCount: values.declaredMemberCount ?? 0,
      code: kind === "CORRECTED" ? "CORRECTED" : kind === "VALID" ? "GIVEN" : "PENDING",
    },
  };
}

function changesTo(known: KnownEnterprise, values: EnterpriseValues): Change<EnterpriseField>[] {
  return changesBetween<EnterpriseValues>(known.values, values, FIELDS).filter(({ field }) => {
    // Closed by hand and closed in the file agree; 入驻 and 楼宇 are facts of a place and need one.
    if (field === "registration") return known.values.registration !== "CLOSED" || values.registration === "ACTIVE";
    const isOfPlace = field === "isSettled" || field === "buildingName";
    return !isOfPlace || values.parkName !== null || known.values.parkName !== null;
  });
}

function notesOnChanges(changes: readonly Change<EnterpriseField>[]): string[] {
  return changes.flatMap(({ field, old, new: now }) => {
    if (field === "name") return [`企业名称由“${old}”变更，原名称记入曾用名`];
    if (field !== "registration") return [];
    return now === "ACTIVE" ? ["登记中已关闭，文件中为在营，将恢复为在营，请核对"] : [];
  });
}
