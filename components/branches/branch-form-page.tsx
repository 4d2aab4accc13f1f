import type { ReactNode } from "react";
import { PageHeader } from "@/components/shell/page-header";

/** The frame of every form about one branch: where one is, what the form does, and the form. */
export function BranchFormPage(props: {
  branch: { id: string; name: string };
  title: string;
  /** What will happen, in a sentence or two. */
  explanation?: ReactNode;
  children: ReactNode;
}) {
  const { branch } = props;
  return (
    <>
      <PageHeader
        title={props.title}
        trail={[
          { href: "/branches", label: "党支部" },
          { href: `/branches/${branch.id}`, label: branch.name },
        ]}
      />
      <div className="panel max-w-2xl">
        {props.explanation && <p className="mb-4">{props.explanation}</p>}
        {props.children}
      </div>
    </>
  );
}
