import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CommitteeChildren, CommitteeNames } from "@/components/committees/committee-parts";
import { SettingSummary } from "@/components/settings/setting-summary";
import { PageHeader } from "@/components/shell/page-header";
import { Facts } from "@/components/ui/facts";
import { Panel } from "@/components/ui/panel";
import { requireActor } from "@/lib/auth/session";
import { type Committee, findCommittee } from "@/lib/committees/queries";
import { findCommitteeSettings } from "@/lib/settings/queries";

export const metadata: Metadata = { title: "党委" };

export default async function CommitteePage(props: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const { id } = await props.params;
  const [committee, settings] = await Promise.all([findCommittee(actor, id), findCommitteeSettings(actor, id)]);
  if (!committee || !settings) notFound();
  return (
    <>
      <PageHeader
        title={committee.name}
        trail={[{ href: "/committees", label: "党委" }]}
        note={committee.closedOn && `已于 ${committee.closedOn} 撤销：${committee.closeReason}`}
        actions={<Actions committee={committee} />}
      />
      <div className="grid gap-4 lg:grid-cols-2">
        <Panel title="基本情况">
          <Facts items={factsOf(committee)} />
        </Panel>
        <SettingSummary committee={settings} day={actor.day} />
        <div className="lg:col-span-2">
          <CommitteeNames committee={committee} />
        </div>
        <CommitteeChildren committee={committee} />
      </div>
    </>
  );
}

function Actions({ committee }: { committee: Committee }) {
  const path = `/committees/${committee.id}`;
  return (
    <>
      {committee.can.edit && (
        <a className="button" href={`${path}/edit`}>
          修改
        </a>
      )}
      {committee.can.close && (
        <a className="button button-danger" href={`${path}/close`}>
          撤销或合并
        </a>
      )}
    </>
  );
}

function factsOf(committee: Committee) {
  const { parent, successor, present } = committee;
  return [
    { label: "代码", value: committee.code },
    { label: "成立日期", value: committee.foundedOn },
    { label: "上级党委", value: parent && <a href={`/committees/${parent.id}`}>{parent.name}</a> },
    { label: "上级机关", value: present?.superiorBodies.join("、") },
    { label: "行政区", value: present?.districtName, note: present?.regionCode },
    { label: "发文机关代字", value: present?.documentPrefix },
    { label: "党支部", value: <a href={`/branches?committee=${committee.id}`}>{committee.branchCount} 个</a> },
    { label: "在册企业", value: <a href={`/coverage?committee=${committee.id}`}>{committee.enterpriseCount} 家</a> },
    { label: "党员", value: `${committee.memberCount} 名` },
    ...(successor ? [{ label: "并入", value: <a href={`/committees/${successor.id}`}>{successor.name}</a> }] : []),
  ];
}
