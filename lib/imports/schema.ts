import { z } from "zod";
import type { ImportKind } from "@/generated/prisma/enums";
import { columnLabels } from "@/lib/imports/labels";
import type { ColumnField } from "@/lib/imports/rules/table/headers";

/** Without these no row can be told from another. */
const needed: Record<ImportKind, readonly ColumnField[]> = { ENTERPRISES: ["name"], MEMBERS: ["name", "idNumber"] };

/**
 * What the person says about a file: which sheet, which line is the header, and what each column means (by header key; null:
 * not imported). A field is read from one column, and the columns that identify a row must be there.
 */
export function columnChoice(kind: ImportKind) {
  const labels = columnLabels[kind];
  const field = z
    .string()
    .refine((name): name is ColumnField => Object.hasOwn(labels, name), "请从列表中选择这一列的含义。");
  return z.object({
    sheetName: z.string({ error: "请选择工作表。" }).min(1, "请选择工作表。").max(100, "工作表名称过长。"),
    headerLine: z.coerce
      .number({ error: "请填写表头所在的行号。" })
      .int("行号应为整数。")
      .min(1, "行号从 1 开始。")
      .max(100_000, "行号过大。"),
    fields: z.record(z.string().max(200), field.nullable()).superRefine((fields, context) => {
      const chosen = Object.values(fields).filter((name) => name !== null && name !== "ordinal");
      for (const name of new Set(chosen.filter((name, index) => chosen.indexOf(name) !== index))) {
        context.addIssue({ code: "custom", message: `有两列都选了“${labels[name ?? "ordinal"]}”，请只留一列。` });
      }
      for (const name of needed[kind]) {
        if (!chosen.some((other) => other === name))
          context.addIssue({ code: "custom", message: `请指定哪一列是“${labels[name]}”。` });
      }
    }),
  });
}

export type ColumnChoice = z.output<ReturnType<typeof columnChoice>>;

/** The form of the columns: for each column `key-3` names it and `field-3` says what it means. */
export const columnForm = z
  .looseObject({
    id: z.uuid({ error: "找不到这次导入，请返回列表。" }),
    kind: z.enum(["ENTERPRISES", "MEMBERS"]),
  })
  .transform(({ id, kind, sheetName, headerLine, ...rest }, context) => {
    const keys = Object.entries(rest).filter(([name]) => /^key-\d{1,3}$/.test(name));
    const fields = Object.fromEntries(keys.map(([name, key]) => [key, rest[name.replace("key", "field")] || null]));
    const choice = columnChoice(kind).safeParse({ sheetName, headerLine, fields });
    if (choice.success) return { id, choice: choice.data };
    for (const { message, path } of choice.error.issues) context.addIssue({ code: "custom", message, path: [...path] });
    return z.NEVER;
  });
