import { PageHeader } from "@/components/shell/page-header";
import { VersionField } from "@/components/ui/field";

/** The page around one form about one instructor. */
export function InstructorFormPage(props: {
  title: string;
  instructor: { id: string; name: string };
  /** What the act does, where the title does not say it all. */
  lead?: React.ReactNode;
  children: React.ReactNode;
}) {
  const trail = [
    { href: "/instructors", label: "党建指导员" },
    { href: `/instructors/${props.instructor.id}`, label: props.instructor.name },
  ];
  return (
    <>
      <PageHeader title={props.title} trail={trail} />
      <div className="panel max-w-2xl">
        {props.lead && <p className="mb-4">{props.lead}</p>}
        {props.children}
      </div>
    </>
  );
}

/** Which profile a form changes, and as it stood when the form was opened. */
export function InstructorKey(props: { instructor: { id: string; version: number } }) {
  return (
    <>
      <input type="hidden" name="id" value={props.instructor.id} />
      <VersionField version={props.instructor.version} />
    </>
  );
}
