import { RecordForm } from "@/components/org-life/form/record-form";
import type { Day } from "@/lib/calendar";
import { createRecordAction } from "@/lib/org-life/actions";
import type { OpenForm } from "@/lib/org-life/queries/open-form";
import type { RecordOpening } from "@/lib/org-life/schema";

/** A new record: today, at the usual place, led by the secretary, everybody there. */
export function NewRecordForm(props: { day: Day; heldOn: Day; asked: RecordOpening; open: OpenForm }) {
  const { asked, open } = props;
  const { branch } = open;
  const wanted = open.tasks.find(({ id }) => id === asked.task);
  const kinds = asked["kinds[]"] ?? [asked.kind ?? wanted?.recordKinds[0]].filter((kind) => kind !== undefined);
  const kept = { branch: branch.id, ...(asked.task ? { task: asked.task } : {}) };
  const isAnew = asked.topic !== undefined;
  return (
    <RecordForm
      action={createRecordAction}
      path="/org-life/new"
      asked={kept}
      day={props.day}
      open={open}
      opening={{
        kinds,
        heldOn: props.heldOn,
        groupId: asked.groupId ?? null,
        marks: [],
        taskIds: null,
        wantedTaskId: asked.task ?? null,
      }}
      texts={
        isAnew
          ? asked
          : { place: branch.meetingPlace ?? undefined, host: open.secretary ?? undefined, topic: wanted?.title }
      }
      resolutions={[]}
      cancelHref={`/org-life?branch=${branch.id}`}
    >
      <input type="hidden" name="branchId" value={branch.id} />
      {asked.task && <input type="hidden" name="task" value={asked.task} />}
    </RecordForm>
  );
}
