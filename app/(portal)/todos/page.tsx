import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/shell/empty-state";
import { PageHeader } from "@/components/shell/page-header";
import { TodoList } from "@/components/todos/todo-list";
import { Panel } from "@/components/ui/panel";
import { requireActor } from "@/lib/auth/session";
import { urgencyLabels } from "@/lib/todos/labels";
import { hasTodos } from "@/lib/todos/policy";
import { todosOf } from "@/lib/todos/queries/todos-of";
import { byUrgency } from "@/lib/todos/rules/todo";

export const metadata: Metadata = { title: "待办" };

export default async function TodosPage() {
  const actor = await requireActor();
  if (!hasTodos(actor)) notFound();
  const todos = await todosOf(actor);
  return (
    <>
      <PageHeader title="待办" note={`共 ${todos.length} 项，由各项记录自动产生；办完后自动消失。`} />
      {todos.length === 0 && (
        <div className="panel">
          <EmptyState title="目前没有待办">计划任务、总结、换届和预备期到期前会出现在这里。</EmptyState>
        </div>
      )}
      <div className="grid gap-4">
        {byUrgency(todos).map(([urgency, group]) => (
          <Panel key={urgency} title={`${urgencyLabels[urgency]}（${group.length}）`}>
            <TodoList todos={group} day={actor.day} />
          </Panel>
        ))}
      </div>
    </>
  );
}
