import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MonthSwitch } from "@/components/agenda/month-switch";
import { MonthReportChapters, NoMonthReport } from "@/components/instructors/month-report";
import { MonthReportFiles } from "@/components/instructors/month-report-files";
import { PageHeader } from "@/components/shell/page-header";
import { chosenMonth } from "@/lib/agenda/rules/month";
import { requireActor } from "@/lib/auth/session";
import { findMonthReport } from "@/lib/instructors/queries/month-report";
import { monthReportScope, monthReportTitle } from "@/lib/instructors/rules/month-text";

export const metadata: Metadata = { title: "月度工作报告" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ month?: string }> };

export default async function MonthReportPage(props: Props) {
  const actor = await requireActor();
  const month = chosenMonth((await props.searchParams).month, actor.day);
  const found = (await findMonthReport(actor, (await props.params).id, month)) ?? notFound();
  const { instructor, report, can } = found;
  const path = `/instructors/${instructor.id}`;
  const trail = [
    { href: "/instructors", label: "党建指导员" },
    { href: path, label: instructor.name },
  ];
  return (
    <>
      <PageHeader
        title={monthReportTitle({ instructor, month })}
        note={report && `${monthReportScope(report)}，由驻点、走访和诉求记录汇总。`}
        {...(can.openRegister ? { trail } : {})}
      />
      <MonthSwitch path={`${path}/report`} month={month} today={actor.day} />
      {report ? (
        <div className="grid gap-4">
          <MonthReportChapters report={report} />
          <MonthReportFiles report={report} />
        </div>
      ) : (
        <div className="panel">
          <NoMonthReport month={month} name={instructor.name} day={actor.day} />
        </div>
      )}
    </>
  );
}
