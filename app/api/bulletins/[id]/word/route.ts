import type { NextRequest } from "next/server";
import { recordExport } from "@/lib/audit/record-export";
import { actorOfRequest, hidden, unauthorized } from "@/lib/auth/api";
import { findBulletin } from "@/lib/bulletins/queries/find-bulletin";
import { bulletinPaper } from "@/lib/bulletins/rules/paper";
import { downloadDocument } from "@/lib/documents/download";
import { officialDocument } from "@/lib/documents/official-document";

/** The bulletin as a Word file after GB/T 9704-2012; a draft says so in its file name. */
export async function GET(_request: NextRequest, props: { params: Promise<{ id: string }> }): Promise<Response> {
  const actor = await actorOfRequest();
  if (!actor) return unauthorized();
  const bulletin = await findBulletin(actor, (await props.params).id);
  if (!bulletin) return hidden();
  const file = await officialDocument(bulletinPaper(bulletin));
  await recordExport(actor, "bulletin", { filters: { bulletin: bulletin.id, file: "Word" }, rowCount: 1 });
  return downloadDocument(bulletin.publishedOn ? bulletin.title : `${bulletin.title}（草稿）`, file);
}
