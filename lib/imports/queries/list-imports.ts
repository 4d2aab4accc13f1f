import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { pageWindow } from "@/lib/forms/list-params";
import { visibleImports } from "@/lib/imports/policy";

/** One page of the imports in the actor's scope, newest first. */
export async function listImports(actor: Actor, page: number) {
  const where = visibleImports(actor);
  const [rows, total] = await Promise.all([
    db.importBatch.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      ...pageWindow(page),
      select: {
        id: true,
        kind: true,
        fileName: true,
        status: true,
        createdAt: true,
        createdByName: true,
        committee: { select: { name: true } },
        park: { select: { name: true } },
      },
    }),
    db.importBatch.count({ where }),
  ]);
  return { rows, total };
}
