import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { pageWindow } from "@/lib/forms/list-params";
import { visibleFindings } from "@/lib/rulebook/policy";
import { type BranchFinding, branchFindings } from "@/lib/rulebook/queries/branch-findings";
import { outcomes } from "@/lib/rulebook/rules/finding";
import { isOpen } from "@/lib/rulebook/rules/rulebook";
import type { FindingList } from "@/lib/rulebook/schema";
import { nameMatches } from "@/lib/search/keys";

/** A city has thousands of branches: the files of so many are in memory together, and others get their turn in between. */
const atOnce = 250;

export type ListedFinding = BranchFinding & { branchName: string; committeeName: string };

/** One page of the findings of all branches in scope under the list's filters, with their number. */
export async function listFindings(actor: Actor, list: FindingList): Promise<{ rows: ListedFinding[]; total: number }> {
  const found = await allFindings(actor, list);
  const { skip, take } = pageWindow(list.page);
  return { rows: found.slice(skip, skip + take), total: found.length };
}

/** All of them, in the list's order: findings are judged, not stored, so that no part of the list exists by itself. */
export async function allFindings(actor: Actor, list: FindingList): Promise<ListedFinding[]> {
  const branches = await db.branch.findMany({
    where: {
      AND: [
        visibleFindings(actor),
        { dissolvedOn: null },
        nameMatches(list.q) ?? {},
        list.committee ? { committeeId: list.committee } : {},
      ],
    },
    orderBy: [{ nameSort: "asc" }, { id: "asc" }],
    select: { id: true, name: true, committee: { select: { name: true } } },
  });
  const places = new Map(branches.map(({ id, ...branch }, index) => [id, { ...branch, index }]));
  const listed: ListedFinding[] = [];
  for (let from = 0; from < branches.length; from += atOnce) {
    const branchIds = branches.slice(from, from + atOnce).map(({ id }) => id);
    for (const finding of await branchFindings(actor, { branchIds })) {
      const place = places.get(finding.branchId);
      if (!place || !isListed(finding, list)) continue;
      listed.push({ ...finding, branchName: place.name, committeeName: place.committee.name });
    }
  }
  return listed.toSorted(inOrder(list.sort, (id) => places.get(id)?.index ?? 0));
}

function isListed(finding: BranchFinding, { rule, outcome, silenced }: FindingList): boolean {
  if (rule && finding.rule !== rule) return false;
  if (!silenced && finding.silencedUntil) return false;
  return outcome ? finding.outcome === outcome : isOpen({ ...finding, silencedUntil: null });
}

/** What is not kept first, then by day; findings without a day stand last. */
function inOrder(sort: FindingList["sort"], placeOf: (branchId: string) => number) {
  const direction = sort.startsWith("-") ? -1 : 1;
  const byOutcome = (a: BranchFinding, b: BranchFinding) => outcomes.indexOf(a.outcome) - outcomes.indexOf(b.outcome);
  const byBranch = (a: BranchFinding, b: BranchFinding) => placeOf(a.branchId) - placeOf(b.branchId);
  const byDay = (a: BranchFinding, b: BranchFinding) => (a.dueOn ?? "9999").localeCompare(b.dueOn ?? "9999");
  const first = { outcome: byOutcome, branch: byBranch, dueOn: byDay }[sort.replace("-", "") as "branch"];
  return (a: BranchFinding, b: BranchFinding) =>
    direction * first(a, b) || byOutcome(a, b) || byDay(a, b) || byBranch(a, b);
}
