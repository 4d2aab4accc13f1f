import type { Figure, ListRow } from "@/lib/bulletins/schema/snapshot";
import { orgLifeKindLabels } from "@/lib/org-life/labels";
import type { Compliance } from "@/lib/rulebook/queries/org-life-compliance";

type Branch = { branchId: string; name: string };
type Made = { figure: Figure; rows: ListRow[] };

/** Whether a branch held every meeting it owed in the quarter. */
export function isCompliant(duties: Compliance[]): boolean {
  return duties.every(({ required, fulfilled }) => fulfilled >= required);
}

/**
 * Branches that held what they owed, duty by duty among those it applies to, and of all duties together. A duty nobody owed
 * in the quarter, such as a yearly one before the fourth, has no figure.
 */
export function orgLifeFigures(branches: Branch[], compliance: Compliance[]): Made[] {
  const byBranch = Map.groupBy(compliance, ({ branchId }) => branchId);
  const kinds = [...new Set(compliance.map(({ kind }) => kind))];
  const duties = kinds.map((kind) =>
    made(`orgLife-${kind}`, orgLifeKindLabels[kind], branches, (branchId) =>
      (byBranch.get(branchId) ?? []).filter((duty) => duty.kind === kind),
    ),
  );
  const all = made("orgLife-all", "组织生活全部达到要求", branches, (branchId) => byBranch.get(branchId) ?? []);
  return [...duties, all].filter(({ figure }) => (figure.base ?? 0) > 0);
}

function made(key: string, label: string, branches: Branch[], dutiesOf: (branchId: string) => Compliance[]): Made {
  const rows = branches.map(({ branchId, name }) => rowOf(name, dutiesOf(branchId), key));
  const asked = rows.filter(({ isOutside }) => !isOutside);
  return {
    figure: {
      key,
      group: "orgLife",
      label,
      count: asked.filter(({ counts }) => counts.length > 0).length,
      base: asked.length,
      baseLabel: "适用支部",
      unit: "个",
      list: key,
    },
    rows,
  };
}

function rowOf(name: string, duties: Compliance[], key: string): ListRow {
  const owed = duties.filter(({ required }) => required > 0);
  if (owed.length === 0) return { name, state: "不适用", note: "", counts: [], isOutside: true };
  const isFulfilled = isCompliant(owed);
  const note = owed
    .map(({ kind, required, fulfilled }) => `${orgLifeKindLabels[kind]}应 ${required} 次，已开展 ${fulfilled} 次`)
    .join("；");
  return {
    name,
    state: isFulfilled ? "达到要求" : "未达到要求",
    note,
    counts: isFulfilled ? [key] : [],
    isOutside: false,
  };
}
