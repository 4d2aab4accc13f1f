import { PageHeader } from "@/components/shell/page-header";

type Named = { id: string; name: string };

/** The page around one form about a park, or about a building in it. */
export function ParkFormPage(props: {
  title: string;
  park: Named;
  building?: Named;
  /** What the act does, where the title does not say it all. */
  lead?: React.ReactNode;
  children: React.ReactNode;
}) {
  const { park, building } = props;
  const trail = [
    { href: "/parks", label: "园区楼宇" },
    { href: `/parks/${park.id}`, label: park.name },
    ...(building ? [{ href: `/parks/${park.id}/buildings/${building.id}`, label: building.name }] : []),
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
