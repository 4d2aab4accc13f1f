import type { ImportOutcome } from "@/generated/prisma/enums";
import type { Day } from "@/lib/calendar";
import type { Change } from "@/lib/imports/rules/changes";
import type { EnterpriseFigures } from "@/lib/imports/rules/enterprises/figures";
import type { KnownPlace } from "@/lib/imports/rules/enterprises/places";
import type { EnterpriseField, EnterpriseValues } from "@/lib/imports/rules/enterprises/values";
import type { MemberFigures } from "@/lib/imports/rules/members/figures";
import type { MemberValues } from "@/lib/imports/rules/members/values";
import type { SheetRow } from "@/lib/imports/rules/reading/cells";
import type { Column } from "@/lib/imports/rules/table/header-rows";
import type { SkippedLine } from "@/lib/imports/rules/table/lines";
import type { Cell } from "@/lib/sheets/cell";

/** The data rows of a table, and what they are judged by. */
export type RowsToJudge = {
  data: readonly SheetRow[];
  columns: readonly Column[];
  day: Day;
  committeeId: string;
  parkName: string | null;
};

/** What is to be written of an enterprise. `assumed`: fields the file does not say, which a new record must have. */
export type EnterpriseToWrite = { values: EnterpriseValues; assumed: EnterpriseField[]; place: KnownPlace | null };

export type JudgedRow = {
  line: number;
  outcome: ImportOutcome;
  /** How the row is shown. */
  title: string;
  subtitle: string | null;
  cells: readonly Cell[];
  enterprise: EnterpriseToWrite | null;
  member: MemberValues | null;
  changes: Change[];
  reasons: string[];
  notes: string[];
  /** The record in the register and its version as it was judged. */
  subjectId: string | null;
  subjectVersion: number | null;
};

export type ImportFigures = EnterpriseFigures | MemberFigures;

export type JudgedRows = { rows: JudgedRow[]; figures: ImportFigures; notices: string[] };

/** All that was understood of a file. */
export type Judgement = JudgedRows & {
  sheetName: string;
  headerLine: number;
  columns: Column[];
  sheetNames: string[];
  otherSheets: { name: string; rowCount: number }[];
  skipped: SkippedLine[];
};
