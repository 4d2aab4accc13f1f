import { FieldPanel } from "@/components/field/desk-panel";
import { EmptyState } from "@/components/shell/empty-state";
import { TodoPanel } from "@/components/todos/todo-panel";
import { Badge } from "@/components/ui/badge";
import { Panel } from "@/components/ui/panel";
import type { Actor } from "@/lib/auth/actor";
import { branchKindLabels } from "@/lib/branches/labels";
import { instructorField } from "@/lib/desks/queries/instructor-desk";
import { fieldPack } from "@/lib/field/queries/field-pack";
import { writeDutyRhythm } from "@/lib/service-points/labels";
import { todosOf } from "@/lib/todos/queries/todos-of";

/** For a phone held in one hand: what I look after, with places, in large targets. */
export async function InstructorDesk({ actor, hasTodos }: { actor: Actor; hasTodos: boolean }) {
  const [field, pack, todos] = await Promise.all([
    instructorField(actor),
    fieldPack(actor),
    hasTodos ? todosOf(actor) : [],
  ]);
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      {pack && <FieldPanel pack={pack} activities={field.activities} instructorId={actor.instructorId} />}
      {todos.length > 0 && <TodoPanel todos={todos} day={actor.day} />}
      <Panel
        title={`我的服务点（${field.servicePoints.length}）`}
        more={<a href={`/instructors/${actor.instructorId}/report`}>月度工作报告</a>}
      >
        {field.servicePoints.length === 0 && <p className="muted">还没有安排服务点。</p>}
        {field.servicePoints.map((point) => (
          <a key={point.id} href={`/service-points/${point.id}`} className="tile">
            <strong>{point.name}</strong>
            <span className="muted">
              {writeDutyRhythm(point)}驻点{point.openingHours && `，${point.openingHours}`}
            </span>
          </a>
        ))}
      </Panel>
      <Panel title={`我联系的企业（${field.enterprises.length}）`}>
        {field.enterprises.length === 0 && <EmptyState title="还没有安排联系企业">请联系党委工作人员。</EmptyState>}
        {field.enterprises.map((enterprise) => (
          <a key={enterprise.id} href={`/enterprises/${enterprise.id}`} className="tile">
            <strong>{enterprise.name}</strong>
            <span className="muted">
              {enterprise.place || enterprise.address || "地址未登记"}
              {enterprise.contactName && `，联系人 ${enterprise.contactName}`}
            </span>
            <Badge tone={enterprise.isCovered ? "good" : "attention"}>
              {enterprise.isCovered ? "已有支部覆盖" : "未建支部"}
            </Badge>
          </a>
        ))}
      </Panel>
      {field.branches.length > 0 && (
        <Panel title={`我联系的党支部（${field.branches.length}）`}>
          {field.branches.map((branch) => (
            <a key={branch.id} href={`/branches/${branch.id}`} className="tile">
              <strong>{branch.name}</strong>
              <span className="muted">{branchKindLabels[branch.kind]}</span>
            </a>
          ))}
        </Panel>
      )}
    </div>
  );
}
