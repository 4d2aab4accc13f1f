import { PageHeader } from "@/components/shell/page-header";

/** The page around one form about one enterprise. */
export function EnterpriseFormPage(props: {
  title: string;
  enterprise: { id: string; name: string };
  /** What the act does, where the title does not say it all. */
  lead?: React.ReactNode;
  children: React.ReactNode;
}) {
  const { id, name } = props.enterprise;
  const trail = [
    { href: "/enterprises", label: "企业" },
    { href: `/enterprises/${id}`, label: name },
  ];
  return (
    <>
      <PageHeader title={props.title} trail={trail} />
      <div className="panel max-w-3xl">
        {props.lead && <p className="mb-4">{props.lead}</p>}
        {props.children}
      </div>
    </>
  );
}
