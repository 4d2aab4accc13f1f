import { Badge } from "@/components/ui/badge";
import { writeDistance } from "@/lib/agenda/labels";
import type { Day } from "@/lib/calendar";
import { todoKindLabels } from "@/lib/todos/labels";
import type { Todo } from "@/lib/todos/rules/todo";

/** What must be done, each with its day and a way to where it is done. */
export function TodoList(props: { todos: Todo[]; day: Day }) {
  return (
    <ul className="grid gap-2">
      {props.todos.map((todo) => (
        <li
          key={`${todo.kind} ${todo.href} ${todo.text}`}
          className="flex flex-wrap items-baseline justify-between gap-x-3"
        >
          <span>
            <a href={todo.href}>{todo.text}</a> <span className="muted text-xs">{todoKindLabels[todo.kind]}</span>
          </span>
          <TodoDay todo={todo} day={props.day} />
        </li>
      ))}
    </ul>
  );
}

function TodoDay({ todo: { dueOn, isOverdue }, day }: { todo: Todo; day: Day }) {
  const words = dueOn ? writeDistance(day, dueOn) : isOverdue ? "已逾期" : null;
  return (
    <span className="flex items-baseline gap-2 whitespace-nowrap">
      {dueOn && <span className="muted text-xs">{dueOn}</span>}
      {words && <Badge tone={isOverdue ? "bad" : "attention"}>{words}</Badge>}
    </span>
  );
}
