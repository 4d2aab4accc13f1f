import "server-only";
import { decryptPersonal, encryptPersonal } from "@/lib/crypto/personal";
import { maskPhone } from "@/lib/identifiers/phone";
import type { Change } from "@/lib/imports/rules/changes";
import type { EnterpriseToWrite, JudgedRow } from "@/lib/imports/rules/judgement";
import type { MemberValues } from "@/lib/imports/rules/members/values";
import { maskText } from "@/lib/log";
import type { Cell } from "@/lib/sheets/cell";

/** `ImportRow.values`: what is shown of a row, and what will be written. ID numbers and phones are encrypted. */
export type StoredValues = {
  title: string;
  subtitle: string | null;
  enterprise?: EnterpriseToWrite;
  member?: MemberValues;
};

const sealed = (text: string | null) => text && encryptPersonal(text);
const opened = (text: string | null) => text && decryptPersonal(text);

/** The columns of `ImportRow` for a judged row. Numbers that slipped into a remark are masked. */
export function storedRow(batchId: string, row: JudgedRow) {
  const { line, outcome, subjectId, subjectVersion } = row;
  return {
    batchId,
    line,
    outcome,
    cells: outcome === "REFUSED" ? encryptPersonal(JSON.stringify(row.cells)) : null,
    values: storedValues(row),
    changes: row.changes.length > 0 ? row.changes.map(shownChange) : null,
    reasons: row.reasons.map(maskText),
    notes: row.notes.map(maskText),
    subjectId,
    subjectVersion,
  };
}

/** The cells of a refused row as the file had them. */
export function openCells(cells: unknown): Cell[] | null {
  return typeof cells === "string" ? (JSON.parse(decryptPersonal(cells)) as Cell[]) : null;
}

/** What is to be written of an enterprise, its phone readable again. */
export function openEnterprise({ enterprise }: StoredValues): EnterpriseToWrite {
  if (!enterprise) throw new Error("the row holds no enterprise");
  const { values } = enterprise;
  return { ...enterprise, values: { ...values, contactPhone: opened(values.contactPhone) } };
}

/** What is to be written of a member, with readable numbers. */
export function openMember({ member }: StoredValues): MemberValues {
  if (!member) throw new Error("the row holds no member");
  return { ...member, idNumber: decryptPersonal(member.idNumber), phone: opened(member.phone) };
}

function storedValues({ title, subtitle, enterprise, member }: JudgedRow): StoredValues {
  const shown = { title: maskText(title), subtitle };
  if (enterprise) {
    const { values } = enterprise;
    return {
      ...shown,
      enterprise: { ...enterprise, values: { ...values, contactPhone: sealed(values.contactPhone) } },
    };
  }
  if (!member) return shown;
  return { ...shown, member: { ...member, idNumber: encryptPersonal(member.idNumber), phone: sealed(member.phone) } };
}

/** Phones are shown masked. */
function shownChange({ field, old, new: now }: Change): Change {
  if (field !== "phone" && field !== "contactPhone") return { field, old, new: now };
  const mask = (phone: unknown) => (typeof phone === "string" ? maskPhone(phone) : null);
  return { field, old: mask(old), new: mask(now) };
}
