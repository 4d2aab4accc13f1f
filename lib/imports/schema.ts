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
