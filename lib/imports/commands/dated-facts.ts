import "server-only";
import { Prisma } from "@/generated/prisma/client";
import type { Day } from "@/lib/calendar";
import type { Tx } from "@/lib/db/transaction";

/** Dated facts an import may begin or end. */
const tables = {
  EnterpriseName: Prisma.sql`"EnterpriseName"`,
  EnterpriseLocation: Prisma.sql`"EnterpriseLocation"`,
  BranchCoverage: Prisma.sql`"BranchCoverage"`,
  Assignment: Prisma.sql`"Assignment"`,
  AssociationMembership: Prisma.sql`"AssociationMembership"`,
  Employment: Prisma.sql`"Employment"`,
  Membership: Prisma.sql`"Membership"`,
  BranchOfficer: Prisma.sql`"BranchOfficer"`,
};

export type FactTable = keyof typeof tables;

/** How to put one fact back: remove what was begun, or give back the end it had. */
export type FactUndo = { table: FactTable; id: string } & ({ did: "BEGAN" } | { did: "ENDED"; validTo: Day | null });

type Ending = { table: FactTable; id: string; validTo: Day | null };

/** Sets the ends of facts, one statement for each table. */
export async function setEnds(tx: Tx, endings: readonly Ending[]): Promise<void> {
  for (const [table, those] of Map.groupBy(endings, (ending) => ending.table)) {
    const json = JSON.stringify(those.map(({ id, validTo }) => ({ id, validTo })));
    await tx.$executeRaw`UPDATE ${tables[table]} f SET "validTo" = r."validTo"
      FROM json_to_recordset(${json}::json) AS r(id uuid, "validTo" date) WHERE f.id = r.id`;
  }
}

/** Puts facts back as they were: first what was begun goes, so that what was ended has room again. */
export async function undoFacts(tx: Tx, undos: readonly FactUndo[]): Promise<void> {
  const begun = undos.filter(({ did }) => did === "BEGAN");
  for (const [table, those] of Map.groupBy(begun, (undo) => undo.table)) {
    await tx.$executeRaw`DELETE FROM ${tables[table]} WHERE id = ANY (${those.map(({ id }) => id)}::uuid[])`;
  }
  await setEnds(
    tx,
    undos.filter((undo) => undo.did === "ENDED"),
  );
}
