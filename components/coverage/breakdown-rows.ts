import type { BreakdownRow } from "@/components/coverage/breakdown";
import type { summarizeBuildings, summarizeCoverage } from "@/lib/coverage/queries/summarize-coverage";
import { categoryLabels } from "@/lib/enterprises/labels";

type Summary = Awaited<ReturnType<typeof summarizeCoverage>>;

export function parkRows(summary: Summary): BreakdownRow[] {
  return summary.parks.map((group) => ({
    key: group.park ?? "none",
    label: group.parkName ?? "未登记园区",
    filter: { park: group.park ?? "none" },
    figures: group,
  }));
}

export function buildingRows(buildings: Awaited<ReturnType<typeof summarizeBuildings>>): BreakdownRow[] {
  return buildings.map((building) => ({
    key: building.id,
    label: `${building.parkName} ${building.name}`,
    filter: { building: building.id },
    figures: building,
  }));
}

export function categoryRows(summary: Summary): BreakdownRow[] {
  return summary.categories.map((group) => {
    const category = group.category ?? "OTHER";
    return { key: category, label: categoryLabels[category], filter: { category }, figures: group };
  });
}

export function scaleRows(summary: Summary): BreakdownRow[] {
  return summary.scales.map((group) => ({
    key: String(group.isAboveScale),
    label: group.isAboveScale ? "规模以上" : "规模以下",
    filter: { scale: group.isAboveScale ? "above" : "below" },
    figures: group,
  }));
}
