import type { SheetRefusal } from "../sheet-error.ts";

/** Thrown inside the reading thread; the other side turns it into the words for the person. */
export class Refused extends Error {
  readonly code: SheetRefusal;

  constructor(code: SheetRefusal, detail?: string) {
    super(detail ?? code);
    this.code = code;
  }
}
