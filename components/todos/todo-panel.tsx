import { EmptyState } from "@/components/shell/empty-state";
import { TodoList } from "@/components/todos/todo-list";
import { Panel } from "@/components/ui/panel";
import type { Day } from "@/lib/calendar";
import type { Todo } from "@/lib/todos/rules/todo";

/** As many as a desk shows; the rest is a press away. */
const shownOnDesk = 8;

/** The to-dos of a desk, the most pressing first. */
export function TodoPanel(props: { todos: Todo[]; day: Day }) {
  const { todos } = props;
  const more = todos.length > shownOnDesk && <a href="/todos">全部 {todos.length} 项</a>;
  return (
    <Panel title="待办" more={more}>
      {todos.length === 0 ? (
        <EmptyState title="目前没有待办" />
      ) : (
        <TodoList todos={todos.slice(0, shownOnDesk)} day={props.day} />
      )}
    </Panel>
  );
}
