import type { FieldTarget } from "@/lib/field/queries/field-pack";

export type Listed = "due" | "recent" | "all";

const recentCount = 10;

/** Those owed a visit, longest first; those visited last, newest first; or all. */
export function listedTargets(targets: readonly FieldTarget[], list: Listed): FieldTarget[] {
  switch (list) {
    case "due":
      return targets.filter(({ due }) => due === "OVERDUE" || due === "DUE");
    case "recent": {
      const on = ({ lastVisit }: FieldTarget) => lastVisit?.visitedOn ?? "";
      return targets
        .filter(({ lastVisit }) => lastVisit !== null)
        .toSorted((a, b) => (on(a) < on(b) ? 1 : on(a) > on(b) ? -1 : 0))
        .slice(0, recentCount);
    }
    case "all":
      return [...targets];
  }
}

/** Found by a piece of the name, or of its pinyin initials; a name that begins so comes first. */
export function foundTargets(targets: readonly FieldTarget[], text: string): FieldTarget[] {
  const wanted = text.normalize("NFKC").replaceAll(/\s+/g, "").toLowerCase();
  const rank = ({ name, initials }: FieldTarget) => {
    const plain = name.normalize("NFKC").replaceAll(/\s+/g, "").toLowerCase();
    if (plain.startsWith(wanted) || initials.startsWith(wanted)) return 0;
    return plain.includes(wanted) || initials.includes(wanted) ? 1 : 2;
  };
  return targets.filter((target) => rank(target) < 2).toSorted((a, b) => rank(a) - rank(b));
}
