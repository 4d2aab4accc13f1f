import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { InstructorFormPage } from "@/components/instructors/instructor-form-page";
import { TextArea, TextField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { requireActor } from "@/lib/auth/session";
import { correctAssignmentAction, removeAssignmentAction } from "@/lib/instructors/actions";
import { findInstructor } from "@/lib/instructors/queries/find-instructor";

export const metadata: Metadata = { title: "更正联系安排" };

export default async function CorrectAssignmentPage(props: { params: Promise<{ id: string; assignmentId: string }> }) {
  const { id, assignmentId } = await props.params;
  const instructor = await findInstructor(await requireActor(), id);
  const assignment = instructor?.assignments.find((entry) => entry.id === assignmentId);
  if (!instructor?.can.correct || !assignment) notFound();
  const keys = (
    <>
      <input type="hidden" name="id" value={instructor.id} />
      <input type="hidden" name="assignmentId" value={assignment.id} />
    </>
  );
  return (
    <>
      <InstructorFormPage
        title="更正联系安排"
        instructor={instructor}
        lead={`联系“${assignment.targetName}”的日期登记有误时在这里改正；情况真有变化的，请办理结束或重新安排。`}
      >
        <ActionForm
          action={correctAssignmentAction}
          requestKey={randomUUID()}
          submitLabel="保存更正"
          cancelHref={`/instructors/${instructor.id}`}
        >
          {keys}
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField name="validFrom" label="开始日期" type="date" isRequired initial={assignment.validFrom} />
            <TextField
              name="validTo"
              label="结束日期"
              type="date"
              initial={assignment.validTo ?? ""}
              hint="从这一天起不再联系；至今的留空"
            />
          </div>
          <TextArea name="reason" label="更正原因" isRequired />
        </ActionForm>
      </InstructorFormPage>
      <details className="panel mt-4 max-w-2xl">
        <summary className="cursor-pointer">这条安排根本不该有</summary>
        <p className="my-3">删除后不再出现在历史里，审计记录保留删除前的内容和原因。</p>
        <ActionForm action={removeAssignmentAction} requestKey={randomUUID()} submitLabel="删除这条安排" isDanger>
          {keys}
          <TextArea name="reason" label="删除原因" isRequired />
        </ActionForm>
      </details>
    </>
  );
}
