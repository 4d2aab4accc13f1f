import type { ReactNode } from "react";
import { PageHeader } from "@/components/shell/page-header";

/** The frame of every form about one activity. */
export function ActivityFormPage(props: {
  activity: { id: string; title: string };
  title: string;
  /** What will happen, in a sentence or two. */
  explanation?: ReactNode;
  children: ReactNode;
}) {
  const { activity } = props;
  return (
    <>
      <PageHeader
        title={props.title}
        trail={[
          { href: "/activities", label: "主题活动" },
          { href: `/activities/${activity.id}`, label: activity.title },
        ]}
      />
      <div className="panel max-w-2xl">
        {props.explanation && <p className="mb-4">{props.explanation}</p>}
        {props.children}
      </div>
    </>
  );
}
