type Node = { id: string; parentId: string | null };

/**
 * Committees in the order of the tree, each with its depth: a child follows its parent, siblings keep the order given.
 * One whose parent is not in the list starts a tree of its own.
 */
export function inTreeOrder<T extends Node>(committees: T[]): (T & { depth: number })[] {
  const ids = new Set(committees.map(({ id }) => id));
  const children = Map.groupBy(committees, ({ parentId }) => (parentId && ids.has(parentId) ? parentId : null));
  const below = (parentId: string | null, depth: number): (T & { depth: number })[] =>
    (children.get(parentId) ?? []).flatMap((committee) => [{ ...committee, depth }, ...below(committee.id, depth + 1)]);
  return below(null, 0);
}
