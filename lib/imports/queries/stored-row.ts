import "server-only";
import { decryptPersonal, encryptPersonal, searchHash } from "@/lib/crypto/personal";
import { maskPhone, phoneTail } from "@/lib/identifiers/phone";
import type { Change } from "@/lib/imports/rules/changes";
import type { EnterpriseToWrite, JudgedRow } from "@/lib/imports/rules/judgement";
import type { MemberValues } from "@/lib/imports/rules/members/values";
import { maskText } from "@/lib/log";
import type { Cell } from "@/lib/sheets/cell";

/** Columns of the registers that hold personal numbers: encrypted, and keyed hashes to find them by. */
export type ContactPhoneColumns = { contactPhoneCipher: string; contactPhoneTailHash: string };
export type PhoneColumns = { phoneCipher: string; phoneHash: string; phoneTailHash: string };
export type IdNumberColumns = { idNumberCipher: string; idNumberHash: string };

/** An enterprise to write: its phone stands masked among the values, and ready for the register beside them. */
export type StoredEnterprise = EnterpriseToWrite & { phone: ContactPhoneColumns | null };
/** A member to write, the same way. */
export type StoredMember = {
  values: Omit<MemberValues, "idNumber" | "phone">;
  idNumber: IdNumberColumns;
  phone: PhoneColumns | null;
};

/** `ImportRow.values`: what is shown of a row, and what will be written. No personal number stands there in clear. */
export type StoredValues = {
  title: string;
  subtitle: string | null;
  enterprise?: StoredEnterprise;
  member?: StoredMember;
};

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

/** What was understood of one field of a row, its personal numbers readable. */
export function openValue({ enterprise, member }: StoredValues, field: string): string | number | boolean | null {
  if (field === "contactPhone") return enterprise?.phone ? decryptPersonal(enterprise.phone.contactPhoneCipher) : null;
  if (field === "phone") return member?.phone ? decryptPersonal(member.phone.phoneCipher) : null;
  if (field === "idNumber") return member ? decryptPersonal(member.idNumber.idNumberCipher) : null;
  const values: Record<string, string | number | boolean | null> = { ...(enterprise?.values ?? member?.values) };
  return values[field] ?? null;
}

function storedValues({ title, subtitle, enterprise, member }: JudgedRow): StoredValues {
  const shown = { title: maskText(title), subtitle };
  if (enterprise) return { ...shown, enterprise: storedEnterprise(enterprise) };
  return member ? { ...shown, member: storedMember(member) } : shown;
}

function storedEnterprise({ values, ...rest }: EnterpriseToWrite): StoredEnterprise {
  const { contactPhone } = values;
  if (contactPhone === null) return { ...rest, values, phone: null };
  return {
    ...rest,
    values: { ...values, contactPhone: maskPhone(contactPhone) },
    phone: {
      contactPhoneCipher: encryptPersonal(contactPhone),
      contactPhoneTailHash: searchHash("phoneTail", phoneTail(contactPhone)),
    },
  };
}

function storedMember({ idNumber, phone, ...values }: MemberValues): StoredMember {
  return {
    values,
    idNumber: { idNumberCipher: encryptPersonal(idNumber), idNumberHash: searchHash("idNumber", idNumber) },
    phone: phone === null ? null : storedPhone(phone),
  };
}

function storedPhone(phone: string): PhoneColumns {
  return {
    phoneCipher: encryptPersonal(phone),
    phoneHash: searchHash("phone", phone),
    phoneTailHash: searchHash("phoneTail", phoneTail(phone)),
  };
}

/** Phones are shown masked. */
function shownChange({ field, old, new: now }: Change): Change {
  if (field !== "phone" && field !== "contactPhone") return { field, old, new: now };
  const mask = (phone: unknown) => (typeof phone === "string" ? maskPhone(phone) : null);
  return { field, old: mask(old), new: mask(now) };
}
