import type { Figure, ListRow } from "@/lib/bulletins/schema/snapshot";
import { isOrganized, isWorked, type Standing } from "@/lib/coverage/rules/standing";

type Enterprise = Standing & { name: string; sentence: string };

const kinds = [
  { key: "coverage-organized", label: "组织覆盖", counts: isOrganized },
  { key: "coverage-single", label: "单独组建", counts: ({ hasSingleBranch }: Standing) => hasSingleBranch },
  { key: "coverage-worked", label: "工作覆盖", counts: isWorked },
];

/** Both coverages and the single-branch share over the enterprises of the base; none for an empty base. */
export function coverageFigures(enterprises: Enterprise[], baseLabel: string): { figures: Figure[]; rows: ListRow[] } {
  const rows = enterprises.map((enterprise) => ({
    name: enterprise.name,
    state: stateOf(enterprise),
    note: enterprise.sentence,
    counts: kinds.filter(({ counts }) => counts(enterprise)).map(({ key }) => key),
    isOutside: false,
  }));
  if (rows.length === 0) return { figures: [], rows };
  const figures = kinds.map(({ key, label }) => ({
    key,
    group: "coverage" as const,
    label,
    count: rows.filter(({ counts }) => counts.includes(key)).length,
    base: rows.length,
    baseLabel,
    unit: "家",
    list: "coverage",
  }));
  return { figures, rows };
}

function stateOf(standing: Standing): string {
  if (isOrganized(standing)) return "组织覆盖";
  return isWorked(standing) ? "工作覆盖" : "未覆盖";
}
