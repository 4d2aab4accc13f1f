import { actorOfRequest, hidden, unauthorized } from "@/lib/auth/api";
import { formatDayInText } from "@/lib/calendar";
import { downloadDocument } from "@/lib/documents/download";
import { type Block, officialDocument } from "@/lib/documents/official-document";
import { visitKindLabels } from "@/lib/visits/labels";
import { findVisit, type VisitFile } from "@/lib/visits/queries/find-visit";
import { confirmedInWords } from "@/lib/visits/rules/confirmed-facts";

/** One visit as a Word file, for whoever may read it. */
export async function GET(_request: Request, props: { params: Promise<{ id: string }> }): Promise<Response> {
  const actor = await actorOfRequest();
  if (!actor) return unauthorized();
  const visit = await findVisit(actor, (await props.params).id);
  if (!visit) return hidden();
  const file = await officialDocument({
    title: "走访记录",
    blocks: blocksOf(visit),
    signature: { name: visit.instructor.name, date: formatDayInText(visit.visitedOn) },
  });
  return downloadDocument(`走访记录 ${visit.visitedOn} ${visit.target.name}`, file);
}

function blocksOf(visit: VisitFile): Block[] {
  const lead = [
    `${formatDayInText(visit.visitedOn)}，${visit.instructor.name}到${visit.target.name}${visitKindLabels[visit.kind]}`,
    visit.peopleMet && `见到${visit.peopleMet}`,
  ];
  const sections: [string, string][] = [
    ["走访对象", `${lead.filter(Boolean).join("，")}。`],
    ["了解到的情况", visit.found],
    ["做了什么", visit.done],
    ["核对信息", confirmedInWords(visit.confirmed).join("；")],
    ["提出的诉求", visit.requests.map(({ text }) => text).join("\n")],
    ["下次走访", visit.nextVisitOn ? formatDayInText(visit.nextVisitOn) : ""],
  ];
  return sections
    .filter(([, text]) => text !== "")
    .flatMap(([title, text]): Block[] => [
      { kind: "heading", level: 1, text: title },
      { kind: "paragraph", text },
    ]);
}
