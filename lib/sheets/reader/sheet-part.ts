import type { Cell } from "../cell.ts";
import type { SheetLimits } from "../limits.ts";
import { dayOfSerial } from "./day.ts";
import { Refused } from "./refuse.ts";
import { type Portion, putCell, type RowGatherer } from "./rows.ts";
import { readText, TextCollector } from "./text.ts";
import type { Surroundings } from "./workbook.ts";
import { readXml, type XmlListener } from "./xml.ts";

/** Reads the lines of one sheet as its XML passes. Formulas are not looked at, only the values they left. */
export async function* readSheetPart(
  pieces: AsyncIterable<string>,
  surroundings: Surroundings,
  rows: RowGatherer,
  limits: SheetLimits,
): AsyncGenerator<Portion> {
  for await (const _ of readXml(pieces, new SheetListener(surroundings, rows, limits))) {
    if (rows.isFull) yield* rows.take();
  }
  yield* rows.take();
}

class SheetListener implements XmlListener {
  private readonly surroundings: Surroundings;
  private readonly rows: RowGatherer;
  private readonly limits: SheetLimits;
  private line = -1;
  private row: Cell[] = [];
  private column = -1;
  private type = "n";
  private style = 0;
  private value = "";
  private isValue = false;
  private readonly inline = new TextCollector();

  constructor(surroundings: Surroundings, rows: RowGatherer, limits: SheetLimits) {
    this.surroundings = surroundings;
    this.rows = rows;
    this.limits = limits;
  }

  open(name: string, { r, t, s }: Record<string, string>): void {
    if (name === "v") this.isValue = true;
    else if (name === "c") {
      this.column = r ? columnOf(r) : this.column + 1;
      this.type = t ?? "n";
      this.style = s ? Number(s) : 0;
    } else if (name === "row") {
      this.line = r ? Number(r) - 1 : this.line + 1;
      this.row = [];
      this.column = -1;
    } else this.inline.open(name);
  }

  text(text: string): void {
    // A number may come in pieces; nothing but a text is longer than this.
    if (this.isValue && this.value.length < 40_000) this.value += text;
    else this.inline.text(text);
  }

  close(name: string): void {
    if (name === "v") this.isValue = false;
    else if (name === "c") {
      putCell(this.row, this.column, this.readCell(), this.limits);
      this.value = "";
    } else if (name === "row") {
      if (!Number.isSafeInteger(this.line) || this.line < 0) throw new Refused("DAMAGED", "line number");
      this.rows.add(this.line, this.row);
      this.row = [];
    } else this.inline.close(name);
  }

  private readCell(): Cell {
    const { texts, dayStyles, counts1904 } = this.surroundings;
    const { value, type } = this;
    if (type === "inlineStr") return this.inline.take();
    if (value === "") return null;
    if (type === "s") return texts[Number(value)] ?? null;
    if (type === "str" || type === "e") return readText(value);
    if (type === "b") return value.trim() === "1" || value.trim() === "true";
    if (type === "d") return /^\d{4}-\d\d-\d\d/.test(value) ? { day: value.slice(0, 10) } : value;
    const number = Number(value);
    if (!Number.isFinite(number)) return value;
    const day = dayStyles[this.style] ? dayOfSerial(number, counts1904) : null;
    return day ? { day } : number;
  }
}

/** The index of the column in a cell's address: A1 is 0, AA7 is 26. */
function columnOf(address: string): number {
  let column = 0;
  for (let i = 0; i < address.length; i++) {
    const code = address.charCodeAt(i) & 0xdf;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  if (column < 1 || column > 16_384) throw new Refused("DAMAGED", `cell ${address.slice(0, 20)}`);
  return column - 1;
}
