import "server-only";
import { createHash } from "node:crypto";
import { command } from "@/lib/audit/command";
import type { Actor } from "@/lib/auth/actor";
import { encryptFile } from "@/lib/crypto/files";
import { newId } from "@/lib/db/new-id";
import { notFound } from "@/lib/errors";
import { storeRows, understoodColumns } from "@/lib/imports/commands/store-judgement";
import { canImport } from "@/lib/imports/policy";
import { type FileToJudge, judgeFile } from "@/lib/imports/queries/judge-file";
import type { Judgement } from "@/lib/imports/rules/judgement";

/**
 * Takes in a file: reads it, judges every row and keeps the result for the person to confirm. The registers stay as they
 * are. Refuses a committee the actor does not import for, and files that are no table of the kind (SheetError).
 */
export async function judgeImport(actor: Actor, file: FileToJudge): Promise<{ id: string }> {
  return keepImport(actor, file, await judgeFile(actor, file));
}

/** Keeps what was judged of a file, until somebody confirms or cancels it. */
export function keepImport(actor: Actor, file: FileToJudge, judgement: Judgement): Promise<{ id: string }> {
  const { bytes, kind, committeeId, parkId, fileName } = file;
  const fileHash = createHash("sha256").update(bytes).digest("hex");
  return command(actor, "import.judge", { fileHash, kind, committeeId, parkId }, async (tx, record) => {
    if (!canImport(actor, file)) throw notFound("党委");
    const id = newId();
    await tx.importBatch.create({
      data: {
        id,
        kind,
        committeeId,
        parkId: kind === "ENTERPRISES" ? parkId : null,
        fileName,
        fileHash,
        ...understoodColumns(judgement, null),
        createdById: actor.userId,
        createdByName: actor.name,
        file: { create: { sealed: encryptFile(bytes) } },
      },
      select: { id: true },
    });
    await storeRows(tx, id, judgement);
    await record({
      subjectType: "ImportBatch",
      subjectId: id,
      subjectName: fileName,
      committeeId,
      after: { kind, parkId, fileHash, ...judgement.figures },
    });
    return { id };
  });
}
