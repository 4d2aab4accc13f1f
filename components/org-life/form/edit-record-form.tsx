import { RecordForm } from "@/components/org-life/form/record-form";
import { VersionField } from "@/components/ui/field";
import type { Day } from "@/lib/calendar";
import { updateRecordAction } from "@/lib/org-life/actions";
import type { RecordFile } from "@/lib/org-life/queries/find-record";
import type { OpenForm } from "@/lib/org-life/queries/open-form";
import type { RecordOpening } from "@/lib/org-life/schema";

/** The form on a record as it stands; on another day the roster of that day, with the marks that carry over. */
export function EditRecordForm(props: {
  day: Day;
  heldOn: Day;
  asked: RecordOpening;
  record: RecordFile;
  open: OpenForm;
}) {
  const { asked, record } = props;
  const path = `/org-life/${record.id}`;
  const stored = {
    topic: record.topic,
    place: record.place ?? undefined,
    host: record.host ?? undefined,
    recorder: record.recorder ?? undefined,
    content: record.content,
  };
  return (
    <RecordForm
      action={updateRecordAction}
      path={`${path}/edit`}
      asked={{}}
      day={props.day}
      open={props.open}
      opening={{
        kinds: asked["kinds[]"] ?? record.kinds,
        heldOn: props.heldOn,
        groupId: asked.groupId ?? record.groupId,
        marks: record.attendance,
        taskIds: record.tasks.map(({ id }) => id),
        wantedTaskId: null,
      }}
      texts={asked.topic === undefined ? stored : asked}
      resolutions={record.resolutions}
      cancelHref={path}
    >
      <input type="hidden" name="id" value={record.id} />
      <VersionField version={record.version} />
    </RecordForm>
  );
}
