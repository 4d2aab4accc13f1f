import { PageHeader } from "@/components/shell/page-header";
import { VersionField } from "@/components/ui/field";

/** The page around one form about one member. */
export function MemberFormPage(props: {
  title: string;
  member: { id: string; name: string };
  /** What the act does, where the title does not say it all. */
  lead?: React.ReactNode;
  children: React.ReactNode;
}) {
  const { id, name } = props.member;
  const trail = [
    { href: "/members", label: "党员" },
    { href: `/members/${id}`, label: name },
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

/** Which file a form changes, and as it stood when the form was opened. */
export function MemberKey(props: { member: { id: string; version: number } }) {
  return (
    <>
      <input type="hidden" name="id" value={props.member.id} />
      <VersionField version={props.member.version} />
    </>
  );
}
