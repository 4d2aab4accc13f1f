import { z } from "zod";
import { isDay } from "@/lib/calendar";
import { readPhone } from "@/lib/identifiers/phone";

const tidy = (text: string) => text.normalize("NFC").trim();

/** A text that must be there; `max` characters. */
export function requiredText(label: string, max = 200) {
  return z
    .string({ error: `请填写${label}。` })
    .max(max * 4, `${label}最多 ${max} 个字。`)
    .transform(tidy)
    .pipe(z.string().min(1, `请填写${label}。`).max(max, `${label}最多 ${max} 个字。`));
}

/** A text that may stay empty: then null. */
export function optionalText(label: string, max = 200) {
  return z
    .string()
    .max(max * 4, `${label}最多 ${max} 个字。`)
    .default("")
    .transform((text) => tidy(text) || null)
    .pipe(z.string().max(max, `${label}最多 ${max} 个字。`).nullable());
}

/** A day that must be there, `YYYY-MM-DD`. */
export function requiredDay(label: string) {
  return z
    .string({ error: `请填写${label}。` })
    .max(40)
    .transform(tidy)
    .pipe(z.string().refine(isDay, `请填写${label}，如 2026-03-05。`));
}

/** A day that may stay empty: then null. */
export function optionalDay(label: string) {
  return z
    .string()
    .max(40)
    .default("")
    .transform((text) => tidy(text) || null)
    .pipe(z.string().refine(isDay, `${label}应为存在的日期，如 2026-03-05。`).nullable());
}

/** A whole number that may stay empty: then null. */
export function optionalCount(label: string, max = 10_000_000) {
  return z
    .string()
    .max(40)
    .default("")
    .transform((text) => tidy(text.normalize("NFKC")).replaceAll(",", "") || null)
    .pipe(
      z
        .string()
        .regex(/^\d{1,9}$/, `${label}应为整数。`)
        .nullable(),
    )
    .transform((text) => (text === null ? null : Number(text)))
    .pipe(z.number().max(max, `${label}最大为 ${max}。`).nullable());
}

/** A number with at most two decimals that may stay empty: then null. */
export function optionalAmount(label: string) {
  return z
    .string()
    .max(40)
    .default("")
    .transform((text) => tidy(text.normalize("NFKC")).replaceAll(",", "") || null)
    .pipe(
      z
        .string()
        .regex(/^\d{1,11}(\.\d{1,2})?$/, `${label}应为数字，最多两位小数。`)
        .nullable(),
    )
    .transform((text) => (text === null ? null : Number(text)));
}

/** One of a list of choices. */
export function choice<const Values extends readonly [string, ...string[]]>(label: string, values: Values) {
  return z.enum(values, { error: `请选择${label}。` });
}

/** A checkbox: present is true. */
export const checkbox = z
  .string()
  .max(10)
  .default("")
  .transform((value) => value !== "" && value !== "false");

/** 是/否/不详 as three-valued choice: true, false or null. */
export const yesNoUnknown = z
  .enum(["yes", "no", ""], { error: "请选择是或否。" })
  .default("")
  .transform((value) => (value === "" ? null : value === "yes"));

/** The id of a record. */
export function recordId(label: string) {
  return z.uuid({ error: `请选择${label}。` });
}

/** The id of a record that may be left out: then null. */
export function optionalRecordId(label: string) {
  return z
    .string()
    .max(40)
    .default("")
    .transform((text) => text || null)
    .pipe(z.uuid({ error: `请从列表中选择${label}。` }).nullable());
}

/** The version a form was opened on. */
export const version = z.coerce.number({ error: "表单已过期，请重新打开。" }).int().min(1);

/** One phone number that may stay empty: then null. */
export const optionalPhone = z
  .string()
  .max(100, "手机号太长。")
  .default("")
  .transform((text, context) => {
    const reading = readPhone(text);
    if (reading.kind === "MISSING") return null;
    if (reading.kind === "VALID" && !reading.hasMore) return reading.phone;
    context.addIssue({ code: "custom", message: "请填写一个完整的电话号码，如 13912345678 或 023-67812345。" });
    return z.NEVER;
  });
