import type { ReactNode } from "react";
import { PageHeader } from "@/components/shell/page-header";

/** The frame of every form about one bulletin. */
export function BulletinFormPage(props: {
  bulletin: { id: string; title: string };
  title: string;
  children: ReactNode;
}) {
  const { bulletin } = props;
  return (
    <>
      <PageHeader
        title={props.title}
        trail={[
          { href: "/bulletins", label: "通报" },
          { href: `/bulletins/${bulletin.id}`, label: bulletin.title },
        ]}
      />
      <div className="grid max-w-3xl gap-4">{props.children}</div>
    </>
  );
}
