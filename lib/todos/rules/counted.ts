import type { Todo, TodoKind } from "@/lib/todos/rules/todo";

/** A to-do for what is counted, and none for nothing. */
export function counted(kind: TodoKind, count: number, words: string, href: string, isOverdue = false): Todo[] {
  return count > 0 ? [{ kind, text: `${count} ${words}`, href, dueOn: null, isOverdue }] : [];
}
