import type { ImportKind } from "@/generated/prisma/enums";
import { type SheetRow, textOf } from "@/lib/imports/rules/reading/cells";
import type { MoneyUnit } from "@/lib/imports/rules/reading/numbers";
import {
  type ColumnField,
  headerKey,
  moneyUnit,
  type Recognition,
  recogniseBelow,
} from "@/lib/imports/rules/table/headers";

export type Column = {
  /** Place in the row, from 0. */
  index: number;
  header: string;
  /** Under which the person's correction is remembered. */
  key: string;
  field: ColumnField | null;
  /** SECOND: another column is read for the same field. CHOSEN: the person said so, now or before. */
  how: "LISTED" | "LIKE" | "CHOSEN" | "SECOND" | "UNKNOWN";
  unit: MoneyUnit | null;
};

/** A row, or two rows one below the other, read as the header of a table. */
export type Header = { columns: Column[]; firstLine: number; lastLine: number; weight: number };

/** What the person chose for a column, by header key; null: do not import it. */
export type ChosenFields = ReadonlyMap<string, ColumnField | null>;

const WEIGHTS: Record<ImportKind, Partial<Record<ColumnField, number>>> = {
  ENTERPRISES: { name: 6, creditCode: 6, ordinal: 0.5 },
  MEMBERS: { name: 4, idNumber: 8, ordinal: 0.5 },
};

/** Reads one row as a header. */
export function readHeaderRow(kind: ImportKind, row: SheetRow, chosen: ChosenFields): Header {
  const texts = row.cells.map(textOf);
  return assemble(
    kind,
    texts,
    texts.map(() => ""),
    chosen,
    [row.line, row.line],
  );
}

/**
 * Reads two rows as one header: groups above (从业人员, merged over its columns) and names below; where nothing stands below,
 * the upper name counts. Null when the lower row does not look like names at all.
 */
export function readHeaderPair(
  kind: ImportKind,
  upper: SheetRow,
  lower: SheetRow,
  chosen: ChosenFields,
): Header | null {
  const names = lower.cells.map((cell) => (typeof cell === "string" || cell === null ? textOf(cell) : "#"));
  if (names.every((name) => name === "") || names.some((name) => /^[\d#.,%-]/.test(name))) return null;
  const width = Math.max(upper.cells.length, lower.cells.length);
  const texts: string[] = [];
  const groups: string[] = [];
  let group = "";
  for (let index = 0; index < width; index++) {
    const above = textOf(upper.cells[index]);
    const below = names[index] ?? "";
    if (above !== "") group = above;
    texts.push(below || above);
    groups.push(below === "" ? "" : group);
    const isName = recogniseBelow(kind, groups[index] ?? "", below) !== null;
    if (below !== "" && !isName && above !== "" && recogniseBelow(kind, "", above)) return null;
  }
  return assemble(kind, texts, groups, chosen, [upper.line, lower.line]);
}

function assemble(
  kind: ImportKind,
  texts: string[],
  groups: string[],
  chosen: ChosenFields,
  [firstLine, lastLine]: [number, number],
): Header {
  const found: (Recognition | null)[] = [];
  const columns = texts.map((text, index): Column => {
    const group = groups[index] ?? "";
    const header = group && group !== text ? `${group} ${text}` : text;
    const key = headerKey(header);
    const choice = key === "" ? undefined : chosen.get(key);
    found[index] = choice ? { field: choice, rank: -1 } : choice === null ? null : recogniseBelow(kind, group, text);
    return { index, header, key, field: null, how: choice === null ? "CHOSEN" : "UNKNOWN", unit: null };
  });
  assignFields(columns, found);
  let weight = 0;
  for (const { field, how } of columns) if (field && how !== "SECOND") weight += WEIGHTS[kind][field] ?? 1;
  return { columns, firstLine, lastLine, weight };
}

/** Each field is read from one column: the one with the surest name, then the leftmost. */
function assignFields(columns: Column[], found: readonly (Recognition | null)[]): void {
  const best = new Map<ColumnField, number>();
  found.forEach((recognition, index) => {
    if (!recognition) return;
    const holder = best.get(recognition.field);
    if (holder === undefined || recognition.rank < (found[holder]?.rank ?? 0)) best.set(recognition.field, index);
  });
  for (const column of columns) {
    const recognition = found[column.index];
    if (!recognition) continue;
    const isBest = best.get(recognition.field) === column.index;
    column.field = isBest ? recognition.field : null;
    column.how = !isBest ? "SECOND" : recognition.rank < 0 ? "CHOSEN" : recognition.rank < 500 ? "LISTED" : "LIKE";
    if (column.field === "capitalWan") column.unit = moneyUnit(column.header);
  }
}
