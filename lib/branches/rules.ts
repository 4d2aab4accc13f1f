import type { BranchKind } from "@/generated/prisma/enums";

/**
 * Whether one enterprise may stand under two branches at once: a large one may have several branches of its own;
 * a unit of a joint branch has no other (支部工作条例（试行）第二章).
 */
export function mayShareEnterprise(kind: BranchKind, other: BranchKind): boolean {
  return kind === "SINGLE" && other === "SINGLE";
}

/** A name to start from: the enterprise's, or for several that of the building or park they share. */
export function suggestedName(
  enterprises: { name: string; parkName: string | null; buildingName: string | null }[],
): string {
  const [first, ...others] = enterprises;
  if (!first) return "";
  if (others.length === 0) return `${first.name}党支部`;
  const isShared = (part: "parkName" | "buildingName") => others.every((other) => other[part] === first[part]);
  if (!first.parkName || !isShared("parkName")) return "";
  return `${first.parkName}${isShared("buildingName") ? (first.buildingName ?? "") : ""}联合党支部`;
}
