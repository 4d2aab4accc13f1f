import type { ReactNode } from "react";
import { PageHeader } from "@/components/shell/page-header";

/** The frame of every form about one plan: where one is, what the form does, and the form. */
export function PlanFormPage(props: {
  plan: { id: string; title: string };
  title: string;
  /** What will happen, in a sentence or two. */
  explanation?: ReactNode;
  isWide?: boolean;
  children: ReactNode;
}) {
  const { plan } = props;
  return (
    <>
      <PageHeader
        title={props.title}
        trail={[
          { href: "/plans", label: "季度计划" },
          { href: `/plans/${plan.id}`, label: plan.title },
        ]}
      />
      <div className={`panel ${props.isWide ? "max-w-4xl" : "max-w-2xl"}`}>
        {props.explanation && <div className="mb-4 grid gap-2">{props.explanation}</div>}
        {props.children}
      </div>
    </>
  );
}
