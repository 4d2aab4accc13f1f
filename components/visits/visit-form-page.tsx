import type { ReactNode } from "react";
import { PageHeader } from "@/components/shell/page-header";
import type { VisitFile } from "@/lib/visits/queries/find-visit";

/** The frame of a form about one visit. */
export function VisitFormPage(props: { visit: VisitFile; title: string; note: string; children: ReactNode }) {
  const { visit } = props;
  return (
    <>
      <PageHeader
        title={props.title}
        trail={[
          { href: "/visits", label: "实地走访" },
          { href: `/visits/${visit.id}`, label: `${visit.visitedOn} ${visit.target.name}` },
        ]}
        note={props.note}
      />
      <div className="panel max-w-2xl">{props.children}</div>
    </>
  );
}
