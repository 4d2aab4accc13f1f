import "server-only";
import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";
import { changeEnterprises } from "@/lib/imports/commands/enterprises/change-enterprises";
import { createEnterprises } from "@/lib/imports/commands/enterprises/create-enterprises";
import { type EnterpriseRecord, newRecord } from "@/lib/imports/commands/enterprises/record";
import { changeMembers } from "@/lib/imports/commands/members/change-members";
import { createMembers } from "@/lib/imports/commands/members/create-members";
import { type MemberRecord, newMember } from "@/lib/imports/commands/members/record";
import {
  type RefusedRow,
  type RowToWrite,
  type WritePlace,
  type WrittenRow,
  waitingRows,
} from "@/lib/imports/commands/written-row";

/** A row with the new record it makes, if it makes one. */
export type ReadyRow = RowToWrite & { enterprise?: EnterpriseRecord; member?: MemberRecord };

/** The next rows to write, their new records made ready: names spelled for order and search. */
export async function readyRows(place: WritePlace, size: number, below: number): Promise<ReadyRow[]> {
  const rows = await waitingRows(db, place.batchId, size, below);
  return rows.map((row) => {
    if (row.outcome !== "NEW") return row;
    const { enterprise, member } = row.values;
    return {
      ...row,
      ...(enterprise ? { enterprise: newRecord(enterprise, place) } : {}),
      ...(member ? { member: newMember(member, place.committeeId) } : {}),
    };
  });
}

/**
 * Writes rows to the register of their kind. Changes come first: a code that a known enterprise takes over must stand
 * before a new one of the same name is compared with it.
 */
export async function writeRows(tx: Tx, rows: readonly ReadyRow[], place: WritePlace) {
  const changed = rows.filter(({ outcome }) => outcome === "CHANGED");
  const enterprises = rows.flatMap(({ line, values, enterprise }) =>
    enterprise && values.enterprise ? [{ line, toWrite: values.enterprise, record: enterprise }] : [],
  );
  const members = rows.flatMap(({ line, values, member }) =>
    member && values.member ? [{ line, toWrite: values.member, record: member }] : [],
  );
  const results: { written: WrittenRow[]; refused: RefusedRow[] }[] =
    place.kind === "ENTERPRISES"
      ? [await changeEnterprises(tx, changed, place), await createEnterprises(tx, enterprises, place)]
      : [await changeMembers(tx, changed, place), await createMembers(tx, members, place)];
  return {
    written: results.flatMap(({ written }) => written),
    refused: results.flatMap(({ refused }) => refused),
  };
}
