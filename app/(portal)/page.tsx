import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { InstructorDesk } from "@/components/desks/instructor-desk";
import { SecretaryDesk } from "@/components/desks/secretary-desk";
import { StaffDesk } from "@/components/desks/staff-desk";
import { PageHeader } from "@/components/shell/page-header";
import { startOf } from "@/lib/auth/navigation";
import { requireActor } from "@/lib/auth/session";
import { formatDayInText } from "@/lib/calendar";
import { desksOf } from "@/lib/desks/policy";

export const metadata: Metadata = { title: "工作台" };

/** A person with several roles has their desks one below the other. */
export default async function DeskPage() {
  const actor = await requireActor();
  const desks = desksOf(actor);
  const hasDesk = desks.staff || desks.secretary || desks.instructor;
  if (!hasDesk && startOf(actor) !== "/") redirect(startOf(actor));
  return (
    <>
      <PageHeader title="工作台" note={formatDayInText(actor.day)} />
      {desks.staff && <StaffDesk actor={actor} />}
      {desks.secretary && <SecretaryDesk actor={actor} />}
      {desks.instructor && <InstructorDesk actor={actor} />}
      {!hasDesk && <p className="panel">您的账号目前没有任何有效的角色或管理范围，请联系系统管理员。</p>}
    </>
  );
}
