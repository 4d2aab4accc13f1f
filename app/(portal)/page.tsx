import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { InstructorDesk } from "@/components/desks/instructor-desk";
import { SecretaryDesk } from "@/components/desks/secretary-desk";
import { StaffDesk } from "@/components/desks/staff-desk";
import { PageHeader } from "@/components/shell/page-header";
import { QuarterSwitch } from "@/components/shell/quarter-switch";
import { startOf } from "@/lib/auth/navigation";
import { requireActor } from "@/lib/auth/session";
import { chosenQuarter, formatDayInText } from "@/lib/calendar";
import { desksOf } from "@/lib/desks/policy";

export const metadata: Metadata = { title: "工作台" };

/** A person with several roles has their desks one below the other. */
export default async function DeskPage(props: { searchParams: Promise<{ q?: string }> }) {
  const actor = await requireActor();
  const desks = desksOf(actor);
  const hasDesk = desks.staff || desks.secretary || desks.instructor;
  if (!hasDesk && startOf(actor) !== "/") redirect(startOf(actor));
  const { q } = await props.searchParams;
  const shown = { actor, quarter: chosenQuarter(q, actor.day) };
  const hasQuarter = desks.staff || desks.secretary;
  return (
    <>
      <PageHeader
        title="工作台"
        note={formatDayInText(actor.day)}
        actions={
          <>
            {hasQuarter && <QuarterSwitch path="/" params={{ q }} quarter={shown.quarter} day={actor.day} />}
            {desks.secretary && (
              <a className="button button-primary" href="/org-life/new">
                记一次组织生活
              </a>
            )}
          </>
        }
      />
      {desks.staff && <StaffDesk {...shown} />}
      {desks.secretary && <SecretaryDesk {...shown} />}
      {desks.instructor && <InstructorDesk actor={actor} hasTodos={!desks.staff} />}
      {!hasDesk && <p className="panel">您的账号目前没有任何有效的角色或管理范围，请联系系统管理员。</p>}
    </>
  );
}
