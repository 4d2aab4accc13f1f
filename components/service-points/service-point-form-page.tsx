import { PageHeader } from "@/components/shell/page-header";
import { VersionField } from "@/components/ui/field";

/** The page around one form about one service point. */
export function ServicePointFormPage(props: {
  title: string;
  point: { id: string; name: string };
  /** What the act does, where the title does not say it all. */
  lead?: React.ReactNode;
  children: React.ReactNode;
}) {
  const trail = [
    { href: "/service-points", label: "服务点" },
    { href: `/service-points/${props.point.id}`, label: props.point.name },
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

/** Which service point a form changes, and as it stood when the form was opened. */
export function ServicePointKey(props: { point: { id: string; version: number } }) {
  return (
    <>
      <input type="hidden" name="id" value={props.point.id} />
      <VersionField version={props.point.version} />
    </>
  );
}
