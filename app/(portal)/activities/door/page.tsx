import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { PageHeader } from "@/components/shell/page-header";
import { TextField } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { checkInAction } from "@/lib/activities/actions";
import { findDoor } from "@/lib/activities/queries/find-door";
import { doorToken } from "@/lib/activities/schema";
import { requireActor } from "@/lib/auth/session";

export const metadata: Metadata = { title: "活动签到", robots: { index: false } };

/** Where the code at the door leads: the secretary says how many of the own branch are there. */
export default async function DoorPage(props: { searchParams: Promise<{ token?: string | string[] }> }) {
  const token = doorToken.parse((await props.searchParams).token);
  const door = await findDoor(await requireActor(), token);
  if (!door) {
    return (
      <>
        <PageHeader title="签到码不能使用" />
        <div className="panel max-w-2xl" role="status">
          <p>可能不是今天的活动、签到码已重新生成，或受邀的不是您的支部。请向活动组织者报到，由组织者登记。</p>
        </div>
      </>
    );
  }
  return (
    <>
      <PageHeader title={door.title} note={door.place} />
      <div className="grid max-w-2xl gap-4">
        {door.branches.map(({ branchId, name, attendedCount }) => (
          <section key={branchId} className="panel" aria-label={name}>
            <h2 className="mb-3">{name}</h2>
            {attendedCount !== null ? (
              <p role="status">已登记到场 {attendedCount} 人。如需更正，请告诉活动组织者。</p>
            ) : (
              <ActionForm action={checkInAction} requestKey={randomUUID()} submitLabel="登记到场">
                <input type="hidden" name="token" value={token} />
                <input type="hidden" name="branchId" value={branchId} />
                <TextField name="people" label="本支部到场人数" inputMode="numeric" initial="1" isRequired />
              </ActionForm>
            )}
          </section>
        ))}
      </div>
    </>
  );
}
