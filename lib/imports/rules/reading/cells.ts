import { visibleText } from "@/lib/identifiers/characters";
import type { Cell } from "@/lib/sheets/cell";

/** A row with the line number the person sees in the file. */
export type SheetRow = { line: number; cells: readonly Cell[] };

/** What a cell was understood as: a value, or nothing; the note (Chinese) says what was changed or why it stays empty. */
export type Reading<T> = { value: T | null; note?: string };

const FORMULA_ERROR = /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA)$/i;
const NOTHING =
  /^([-—–_/\\.·*。、,，?？~～#+=|\s]+|无|暂无|没有|未知|不详|不明|未填|未填写|待补|待补充|待定|待核|待核实|暂缺|缺|空|同上|\(空\)|\(空白\)|N\/?A|NULL|NONE|NIL)$/i;

const LONGEST_WORD_FOR_NOTHING = 4;

/** The cell's text as it can be seen: no outer spaces, no text mark ('), no ="…" of a CSV export, no formula error. */
export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "string") return textInCell(cell);
  if (typeof cell === "number") return Number.isInteger(cell) ? BigInt(cell).toString() : String(cell);
  if (typeof cell === "boolean") return cell ? "是" : "否";
  return cell.day;
}

/** True when people put it where they have nothing to say: -, /, 无, 暂无 … */
export function saysNothing(text: string): boolean {
  if (text.length > LONGEST_WORD_FOR_NOTHING && /^[\p{L}\p{N}]/u.test(text)) return false;
  return text === "" || NOTHING.test(text.normalize("NFKC"));
}

/** Running text; a sign for "nothing" is nothing. */
export function readText(cell: Cell | undefined): string | null {
  const text = textOf(cell);
  return saysNothing(text) ? null : text;
}

/** True for a number too long for a spreadsheet to keep: its last digits were lost when the file was saved. */
export function lostItsDigits(cell: Cell | undefined): boolean {
  return typeof cell === "number" && Math.abs(cell) >= 1e15;
}

function textInCell(cell: string): string {
  const text = visibleText(cell);
  if (!/^[='‘’`#"]/.test(text)) return text;
  const quoted = /^=?"(.*)"$/.exec(text)?.[1] ?? text;
  const plain = quoted.replace(/^['‘’`](?=.)/, "").trim();
  return FORMULA_ERROR.test(plain) ? "" : plain;
}
